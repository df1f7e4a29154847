"""Overview: what the corpus is."""

from pages import open_page

corpus = open_page("overview")
