"""Names that the knowledge base holds, with what they stand for in their context."""

from collections.abc import Sequence

from ..knowledge import Knowledge
from .capitals import resolve_places
from .found import Found, longest_first
from .spellings import Spelling
from .state_organs import resolve_organs


def find_known_names(
    folded: str,
    spans: Sequence[tuple[int, int]],
    *,
    spellings: dict[str, Spelling],
    knowledge: Knowledge,
) -> list[Found]:
    """Return what the known spellings at `spans` name, longest name first, in order."""
    found = []
    for start, end in longest_first(spans):
        spelling = spellings[folded[start:end]]
        found.append(
            Found(
                start,
                end - spelling.cut,
                spelling.entity_id,
                spelling.entity_type,
                spelling.use,
                spelling.kind,
                "certain",
            )
        )
    found = resolve_organs(folded, found, knowledge)
    return resolve_places(folded, found, spellings, knowledge)
