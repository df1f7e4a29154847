"""Texts of the data and of readers, as they are."""

import re

MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:^=&])")
ADDRESS = re.compile(r"(https?(?=:)|www(?=\.)|@)", re.IGNORECASE)
JOINER = "\u2060"
"""Takes no room; an address with one inside is not made a link, which no escape can prevent."""


def markdown(text: str) -> str:
    """The text as Streamlit shows it letter for letter, with no markup, link or picture in it."""
    return MARKUP.sub(r"\\\1", ADDRESS.sub(rf"\1{JOINER}", text))
