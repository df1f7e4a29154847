"""One tag a word: the classes of words that have the same one everywhere.

D determiner, P subject pronoun, p pronoun with verb, O object pronoun, I preposition, C and/but,
S subordinator, R relative, X auxiliary, B be, H that, G to, K not, A adverb, T day or month,
V verb, E verb in -ed, J word in -ing, # number, N noun or anything else.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from ..pieces import Remembered

_FUNCTION_WORDS = {
    "D": "a an the these those this his her its their our my your each every some any no all several "
    "many few another such more both other certain",
    "P": "i he she they we you it nobody everybody everyone somebody nothing something everything anything",
    "O": "him them me us himself herself themselves itself myself ourselves",
    "I": "of in on at by for from with about into over under against between among through during "
    "without within upon across toward towards via per like near around behind beyond despite "
    "regarding amid inside outside concerning alongside including following ahead citing onto off "
    "out up down unlike versus throughout besides",
    "C": "and or but nor yet plus",
    "S": "as while when after before because since although though if unless until where whereas "
    "whether how why what whatever whenever lest than even-though",
    "R": "who which whose whom",
    "X": "is are was were has have had do does did will would can could may might must should shall "
    "cannot didnt doesnt dont wont isnt wasnt werent hasnt havent hadnt wouldnt couldnt shouldnt "
    "arent ain’t ain't",
    "B": "be been being having",
    "H": "that",
    "G": "to",
    "K": "not never neither",
    "p": "it’s it's he’s he's she’s she's they’re they're we’re we're i’m i'm you’re you're they’ve "
    "they've we’ve we've i’ve i've he’d he'd she’d she'd they’d they'd we’d we'd i’d i'd they’ll "
    "they'll he’ll he'll she’ll she'll we’ll we'll i’ll i'll it’ll it'll there’s there's that’s "
    "that's there you’ve you've",
    "#": "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands",
}
_TAGS = {word: tag for tag, words in _FUNCTION_WORDS.items() for word in words.split()}
CLASS_TAGS = {
    "adverb": "A",
    "hedge": "A",
    "time": "T",
    "time noun": "N",
    "past": "V",
    "perceived": "V",
    "present": "V",
    "base": "N",
    "raising": "V",
    "channel": "N",
    "noun": "N",
    "government": "N",
    "issuing": "E",
    "refusing": "E",
    "aside": "J",
}

_PUNCTUATION = {
    "--": "-",
    "—": "-",
    "–": "-",
    "[": "(",
    "]": ")",
    "!": ".",
    "?": ".",
    "…": ".",
    "‘": "'",
    "’": "'",
}
_ARTICLE = re.compile(r"(?:al|el|a[dnrstz]|ash)-[A-Z]")
_ENDINGS = {"ing": "J", "ed": "E", "ly": "A"}
_SHORTEST = 5
"""Letters of a word from which on its ending tells what it is."""
PARTICLE = "u"
"""The tag of a word in lower case that belongs to a name where it stands inside one."""


class Tagged(NamedTuple):
    word: str  # in lower case
    tag: str
    opening: str  # the tag where a clause opens: there a capital makes no name


def make_tagger(tags: Mapping[str, str]) -> Callable[[str], Tagged]:
    """Return a function that tags a word or mark as it stands in a text, by the `tags` of words."""
    return Remembered(partial(_tag, tags)).__getitem__


def _tag(tags: Mapping[str, str], surface: str) -> Tagged:
    lower, first = surface.lower(), surface[0]
    if not first.isalnum():
        name = first in "@#" and len(surface) > 1
        tag = "U" if name else _PUNCTUATION.get(surface, surface)
    elif first.isdigit():
        tag = "#"
    elif first.isupper() and surface not in tags:  # not even as a day or month
        known = tags.get(lower, "U")
        opening = "U" if known in "VNTEO" and (known != "O" or surface.isupper()) else known
        return Tagged(lower, opening if opening in "DPHp" else "U", opening)
    elif tags.get(lower) == PARTICLE:
        return Tagged(lower, "N", PARTICLE)
    else:
        tag = tags.get(surface) or tags.get(lower) or _tag_unknown(surface, lower)
    return Tagged(lower, tag, tag)


def _tag_unknown(surface: str, lower: str) -> str:
    if _ARTICLE.match(surface):
        return "U"
    if lower.endswith(("n’t", "n't")):
        return "X"
    if len(lower) < _SHORTEST:
        return "N"
    return next((tag for ending, tag in _ENDINGS.items() if lower.endswith(ending)), "N")


def tag_words(
    classes: Mapping[str, str],
    *,
    shapes: Mapping[str, Iterable[str]],
    nouns: Iterable[str],
    particles: Iterable[str] = (),
) -> dict[str, str]:
    """Return the tag of each word: function words, `classes` of other words, forms of cue verbs and nouns.

    `particles` of names, as in "Ida van Kay", have a tag of their own unless they are such words too.
    """
    tags = {word: CLASS_TAGS[kind] for word, kind in classes.items()} | _TAGS
    for form, kinds in shapes.items():
        if form in tags:
            continue
        if "past" in kinds:
            tags[form] = "E" if form.endswith("ed") else "V"
        elif form.endswith("ing"):
            tags[form] = "J"
        elif "present" in kinds:
            tags[form] = "V"
    for noun in nouns:
        if noun not in shapes:
            tags.setdefault(noun, "N")
    return dict.fromkeys(particles, PARTICLE) | tags
