"""The outlet that a statement was made to or carried by."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records import Mention

_TEXT = r"(?:report|article|paper|analysis|column|op-ed|study|blog|story|piece|dispatch)s?"
_TEXT_OF = re.compile(rf"\W{{0,3}}(?:\w+\W){{0,1}}{_TEXT}\b")  # "… report" after the name
_IN_A = re.compile(r"\b(?:in|for)\s+(?:an?|its|the|a recent)\s+(?:\w+\s+)?$")
_IN_A_TEXT_FOR = re.compile(rf"\b{_TEXT}\s+(?:for|by|in|published by|from)\s+(?:the\s+)?$")
_WROTE_FOR = re.compile(r"\b(?:writing|wrote|writes|written)\s+(?:for|in)\s+(?:the\s+)?$")
_TOLD = re.compile(
    r"(?:\(|\b(?:with|to|for|by|in|on|told|at|via|from|of|the|an?|its|writing)\s+(?:[\w’'-]+\s+){0,3})$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Bodies:
    """The outlets and other bodies that an article names, in order; few sentences name any."""

    mentions: Sequence[Mention]
    starts: Sequence[int]


def find_bodies(mentions: Iterable[Mention]) -> Bodies:
    """Return the mentions of bodies, without those that only describe: "the Agency report"."""
    bodies = [m for m in mentions if m.entity_type in ("MEDIA", "ORG") and m.use != "adjective"]
    return Bodies(bodies, [body.start for body in bodies])


def find_medium(
    text: str,
    frames: Sequence[tuple[int, int]],
    bodies: Bodies,
    *,
    carrier: tuple[int, int] | None = None,
) -> tuple[str, bool]:
    """Return the outlet of a statement, and whether it printed the speaker's own writing.

    It is the outlet in `carrier` ("The paper quoted her as saying"), else one that the words in `frames`
    name as told or published in. A body that is no outlet counts where it owns a text: "in a … report".
    """
    for body in _inside(carrier, bodies) if carrier else ():
        if body.entity_type == "MEDIA":
            return body.entity_id, False
    for frame in frames:
        for body in _inside(frame, bodies):
            before = text[max(frame[0], body.start - 40) : body.start]
            own = _owns_text(before, text[body.end : min(frame[1], body.end + 25)])
            if body.entity_type == "MEDIA" and (own or _TOLD.search(before)):
                return body.entity_id, own or _WROTE_FOR.search(before) is not None
            if body.entity_type == "ORG" and own:
                return body.entity_id, True
    return "", False


def _inside(span: tuple[int, int], bodies: Bodies) -> list[Mention]:
    starts = bodies.starts
    found = bodies.mentions[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
    return [body for body in found if body.end <= span[1]] if found else []


def _owns_text(before: str, after: str) -> bool:
    """Whether the name stands in "in a … report" or "in an article for …"."""
    if _TEXT_OF.match(after) and _IN_A.search(before):
        return True
    return _IN_A_TEXT_FOR.search(before) is not None
