"""One invented sentence as the rules for cues see it, and reports as a test compares them."""

from collections.abc import Iterable

from analysis.extract.clauses import read_words
from analysis.extract.quotation_marks import find_quotations
from analysis.extract.scene import Report, Scene
from analysis.knowledge.cues import read_cues

CUES = read_cues()


def read_scene(text: str, *, commas_lost: bool = False) -> Scene:
    quotations = find_quotations(text, [(0, len(text))])
    t = read_words(text, 0, len(text), quotations=quotations, tag=CUES.tag, commas_lost=commas_lost)
    return Scene(t, CUES, 0)


def read_reports(text: str, reports: Iterable[Report]) -> list[tuple[str, str]]:
    """Return content and speaker of each report, without marks and stops at the edges."""
    return [(text[r.start : r.end].strip("“”., "), text[slice(*(r.speaker or (0, 0)))]) for r in reports]
