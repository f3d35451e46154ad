"""The bar comes after a second and only where somebody watches."""

import leadtrack.render.progress as module
from leadtrack.render.progress import progress


def test_quick_work_and_unwatched_work_draw_nothing(capfd):
    for enabled in (True, False):
        with progress(10, "Reading", enabled=enabled) as advance:
            advance(10)
    assert capfd.readouterr() == ("", "")


def test_long_work_draws_its_label_count_and_rate_on_standard_error(capfd, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(module, "monotonic", iter([0.0, 0.5, 2.0]).__next__)
    with progress(100, "Reading [b]a\x1b.csv", enabled=True) as advance:
        advance(20)
        advance(20)
    out, err = capfd.readouterr()
    assert out == ""
    assert "Reading [b]a\\x1b.csv" in err
    assert "40/100" in err
    assert "20/s" in err


def test_work_of_unknown_length_shows_a_count(capfd, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(module, "SHOWN_AFTER", 0.0)
    with progress(None, "Reading", enabled=True) as advance:
        advance(7)
    assert "7/?" in capfd.readouterr().err


def test_the_bar_goes_away_when_the_work_fails(monkeypatch, capfd):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(module, "SHOWN_AFTER", 0.0)
    try:
        with progress(2, "Reading", enabled=True) as advance:
            advance(1)
            raise ValueError("bad row")
    except ValueError:
        pass
    assert capfd.readouterr().err.endswith("\x1b[2K")
