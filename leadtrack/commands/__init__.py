"""One small file per command: what it is called, its options, and the words it answers with."""
