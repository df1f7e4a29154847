"""Phrase patterns that an analyst writes without code.

A pattern is a row of words. `troop*` matches any ending and `*n't` any beginning, `has|have` one word or
the other, `also?` a word that may be missing, `...` up to six words, and `{name}` any phrase of the word list
of that name. `{subject}` and `{object}` stand for the actors of a proposition, wherever the text names them.
Case, kinds of apostrophes and commas between the words do not matter.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

SUBJECT_MARK = "\u02ac"
OBJECT_MARK = "\u02ad"
"""Letters that no English text holds. They overwrite the names of the actors before patterns are searched."""

_SEPARATOR = r"[^\w.;:!?]+"
_GAP = r"(?:[^\w.;:!?]+[\w’'.-]*[\w’']){0,6}?"
_MARKS = {
    "subject": rf"{SUBJECT_MARK}+(?:(?:, | and | or |, and ){SUBJECT_MARK}+)*",
    "object": rf"{OBJECT_MARK}+",
}
_WORD = re.compile(r"(?:\*?[^\W_](?:[\w’'.*-]*[^\W_])?\*?)(?:\|(?:\*?[^\W_](?:[\w’'.-]*[^\W_])?\*?))*\??\Z")


class Phrases:
    """The regular expression of some patterns, compiled when it is first used: few corpora need them all.

    It has the methods of a compiled expression.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    def __getattr__(self, name: str) -> Callable:
        method = getattr(self._regex, name)
        setattr(self, name, method)
        return method


def compile_patterns(
    patterns: Iterable[str], *, lists: Mapping[str, list[str]] | None = None
) -> Phrases | None:
    """Return one expression for all patterns, None if there are none.

    A pattern that cannot be read raises `ValueError` as in `check_pattern`.
    """
    sources = [_source(pattern, lists or {}) for pattern in patterns]
    if not sources:
        return None
    return Phrases(rf"(?<!\w)(?:{'|'.join(sources)})(?!\w)")


def check_pattern(pattern: str, *, lists: Mapping[str, list[str]] | None = None) -> None:
    """Raise `ValueError` with what was expected if a pattern cannot be read."""
    _source(pattern, lists or {})


def list_hints(patterns: Iterable[str], *, lists: Mapping[str, list[str]]) -> frozenset[str]:
    """Return pieces of words: no text matches any pattern whose lower case is without all of them."""
    hints = frozenset().union(*(_hints(pattern, lists) for pattern in patterns))
    return frozenset(hint for hint in hints if not any(piece in hint for piece in hints - {hint}))


def _hints(pattern: str, lists: Mapping[str, list[str]]) -> frozenset[str]:
    """Those of the part of a pattern with the longest words; of two such, of the one with fewer."""
    parts = [part for part in pattern.replace("…", "...").split() if part != "..." and part[-1] != "?"]
    choices = (_hints_of_part(part, lists) for part in parts)
    return max(choices, key=lambda hints: (min(map(len, hints)), -len(hints)))


def _hints_of_part(part: str, lists: Mapping[str, list[str]]) -> frozenset[str]:
    name = part[1:-1] if part.startswith("{") else ""
    if name in lists:
        return frozenset().union(*(_hints(phrase, lists) for phrase in lists[name]))
    if name in _MARKS:
        return frozenset((SUBJECT_MARK if name == "subject" else OBJECT_MARK,))
    return frozenset(max(re.split(r"[*'’]", word.lower()), key=len) for word in part.split("|"))


def _source(pattern: str, lists: Mapping[str, list[str]], inside: tuple[str, ...] = ()) -> str:
    parts = pattern.replace("…", "...").split()
    if not parts or parts[0] in ("...",) or parts[-1] == "..." or parts[0].endswith("?"):
        raise ValueError(f"pattern {pattern!r} must begin and end with a word or a list")
    source = ""
    for position, part in enumerate(parts):
        if part == "...":
            source += _GAP
            continue
        word = _word(part.removesuffix("?"), lists, inside)
        piece = word if position == 0 else _SEPARATOR + word
        source += f"(?:{piece})?" if part.endswith("?") else piece
    return source


def _word(part: str, lists: Mapping[str, list[str]], inside: tuple[str, ...]) -> str:
    """The source of one element: a list in braces, or words with their alternatives."""
    if part.startswith("{") and part.endswith("}"):
        return _listed(part[1:-1], lists, inside)
    if not _WORD.match(part):
        raise ValueError(f"{part!r} is neither a word nor '...' nor a {{list}}")
    choices = [re.escape(word.replace("’", "'")) for word in part.split("|")]
    return "(?:" + "|".join(c.replace(r"\*", r"\w*").replace("'", "['’]") for c in choices) + ")"


def _listed(name: str, lists: Mapping[str, list[str]], inside: tuple[str, ...]) -> str:
    if name in _MARKS:
        return _MARKS[name]
    if name not in lists:
        raise ValueError(f"no word list {name!r}, expected one of {sorted(lists)} or 'subject', 'object'")
    if name in inside:
        raise ValueError(f"word list {name!r} holds itself")
    return "(?:" + "|".join(_source(entry, lists, (*inside, name)) for entry in lists[name]) + ")"
