"""The outlet that a statement was made to or carried by."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..records import Mention

_TEXT_OF = re.compile(
    r"\b(?:report|article|paper|interview|analysis|column|op-ed|study|blog|story|piece|dispatch)s?\b"
)
_BEFORE = re.compile(
    r"\b(?:with|to|for|by|in|on|told|at|via|from|of|the|an?|its|cites?|cited|quot(?:ed|es|ing)|writing)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)


def find_medium(
    text: str, frames: Sequence[tuple[int, int]], mentions: Sequence[Mention], starts: Sequence[int]
) -> tuple[str, bool]:
    """Return the outlet named in `frames`, and whether it printed the speaker's own writing.

    A body that is no outlet counts where it owns a text: "in a … report".
    """
    for start, end in frames:
        k = bisect_left(starts, start)
        while k < len(mentions) and mentions[k].start < end:
            mention = mentions[k]
            k += 1
            if mention.use == "adjective" or mention.end > end:
                continue
            own = _is_text_of(text, mention, end)
            if mention.entity_type == "MEDIA" and (
                own
                or _BEFORE.search(text, max(start, mention.start - 40), mention.start)
                or text[mention.start - 1] == "("
            ):
                return mention.entity_id, own or _wrote_for(text, start, mention)
            if mention.entity_type == "ORG" and own:
                return mention.entity_id, True
    return "", False


def _is_text_of(text: str, mention: Mention, end: int) -> bool:
    """Whether "in a", "in an article for" and the like hold the name."""
    after = text[mention.end : min(end, mention.end + 25)]
    before = text[max(0, mention.start - 40) : mention.start]
    named = _TEXT_OF.search(after)
    if named is not None and named.start() < 12 and named[0] != "interview":
        return re.search(r"\b(?:in|for)\s+(?:an?|its|the|a recent)\s+(?:\w+\s+)?$", before) is not None
    ahead = re.search(
        r"\b(?:report|article|paper|analysis|column|op-ed|study|blog|piece)\s+(?:for|by|in|published by|from)\s+(?:the\s+)?$",
        before,
    )
    return ahead is not None


def _wrote_for(text: str, start: int, mention: Mention) -> bool:
    before = text[max(0, mention.start - 30) : mention.start]
    return re.search(r"\b(?:writing|wrote|writes|written)\s+(?:for|in)\s+(?:the\s+)?$", before) is not None
