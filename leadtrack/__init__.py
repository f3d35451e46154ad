"""leadtrack keeps a sales team's leads in one SQLite file and loses none of them."""

__version__ = "0.1.0"
