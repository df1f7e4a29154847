"""Texts of the data and of readers, as they are."""

import re

MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&])")


def markdown(text: str) -> str:
    """The text as Streamlit shows it letter for letter, with no markup, link or picture in it."""
    return MARKUP.sub(r"\\\1", text)
