"""Articles to records: the rules that the build runs."""
