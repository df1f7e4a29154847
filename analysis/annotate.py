"""Tokens, known spellings and trained pipelines. The only module that imports spaCy."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from .knowledge import Knowledge
from .knowledge.spellings import Spelling, list_spellings
from .pieces import Pieces, Remembered, split_pieces

MATCHER = "spelling_matcher"
_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(r"[A-Z\d]")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+")  # the same in ASCII, in half the time
_HERE = ""  # the key of the spellings that end at a branch
_BLANK = re.compile(r"\s|\Z")
_INFIXES = [*English.Defaults.infixes, r"(?<=\.)-(?=[A-Za-z])", r"(?<=[A-Za-z])/(?=[A-Z][a-z])"]
_ABBREVIATIONS = {
    text: tokens for text, tokens in English.Defaults.tokenizer_exceptions.items() if text.endswith(".")
}
"""The exceptions that matter to names: the others, contractions and smileys, take long to load."""

_ENTITY_TYPES = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "NORP",
}
_NO_PIPELINE = (AttributeError, ImportError, KeyError, TypeError, ValueError)
"""What loading another package or a pipeline of another version comes to."""


class _NewsDefaults(English.Defaults):
    infixes = _INFIXES
    tokenizer_exceptions = _ABBREVIATIONS


class _NewsEnglish(English):
    """The blank English pipeline, with a tokenizer that divides "U.S.-backed" and "Arland/Norland"."""

    Defaults = _NewsDefaults


class ModelSpan(NamedTuple):
    """A name that a trained pipeline found."""

    start: int
    end: int
    entity_type: str


class _Walk(NamedTuple):
    """What begins with a word of a piece: the spellings that end in the piece too, and those that go on."""

    start: int  # of the word in the piece
    places: list[tuple[int, int, str]]
    branch: dict | None  # the spellings that go on, by the words that follow
    end: int  # where to go on


class SpellingMatcher:
    """Finds known spellings, by their exact characters, between the tokens of a text.

    A spelling is looked up by its words, which are read once for every different piece. Only where
    it touches other characters ("Arland-based") does the tokenizer say whether it stands by itself.
    """

    def __init__(self, nlp: Language, name: str = MATCHER) -> None:
        self.nlp = nlp
        self.name = name
        self.spellings: dict[str, Spelling] = {}
        self.last_words: frozenset[str] = frozenset()
        self._by_first_word: dict[str, list[str]] = {}
        self._tree: dict[str, dict] = {}  # those by the first words met so far, by their second, and so on
        self._tokens: dict[str, list[tuple[int, str]]] = {}  # of spellings and stretches met so far
        self._walks = Remembered(self._read_piece)
        self._telling = Remembered(self._tells)

    def add(self, spellings: dict[str, Spelling]) -> None:
        """Teach the matcher more spellings."""
        self.spellings |= spellings
        for spelling in spellings:
            if word := _WORD.search(spelling):
                self._by_first_word.setdefault(word[0], []).append(spelling)
        self._tree.clear()
        self._walks.clear()
        self._telling.clear()

    def __call__(self, doc: Doc) -> Doc:
        return doc

    def split(self, text: str) -> Pieces:
        """Return the pieces of a text with a capital, a digit or a word that a known spelling begins with."""
        return split_pieces(text, self._telling)

    def _tells(self, piece: str) -> bool:
        if _CAPITAL.search(piece):
            return True
        return not self._by_first_word.keys().isdisjoint(_WORD.findall(piece))

    def find(self, text: str, pieces: Pieces) -> list[tuple[int, int, str]]:
        """Return (start, end, spelling) of every known spelling in the text; they may overlap."""
        following = (_PLAIN_WORD if text.isascii() else _WORD).search
        found: dict[tuple[int, int, str], None] = {}
        for at, walks in pieces.find(self._walks):
            for start, places, branch, end in walks:
                for first, last, spelling in places:
                    found[at + first, at + last, spelling] = None
                end += at
                while branch and (word := following(text, end)):
                    branch, end = branch.get(word[0]), word.end()
                    for spelling in branch.get(_HERE, ()) if branch else ():
                        found.update(dict.fromkeys(self._place(text, at + start, end, spelling)))
        return list(found)

    def _read_piece(self, piece: str) -> list[_Walk]:
        """Return what begins with each word of a piece that a spelling begins with."""
        words = [word for word in _WORD.finditer(piece) if word[0] in self._by_first_word]
        walks = [self._walk(piece, *word.span()) for word in words]
        return [walk for walk in walks if walk.places or walk.branch]

    def _walk(self, piece: str, start: int, end: int) -> _Walk:
        branch = self._branch(piece[start:end])
        places: list[tuple[int, int, str]] = []
        while branch:
            for spelling in branch.get(_HERE, ()):
                places += self._place(piece, start, end, spelling)
            word = _WORD.search(piece, end)
            if not word:
                break
            branch, end = branch.get(word[0]), word.end()
        goes_on = branch and any(word != _HERE for word in branch)
        return _Walk(start, places, branch if goes_on else None, end)

    def _branch(self, first_word: str) -> dict:
        """Return the spellings that begin with a word, by the words that follow it."""
        if first_word not in self._tree:
            self._tree[first_word] = {}
            for spelling in self._by_first_word[first_word]:
                branch = self._tree[first_word]
                for word in _WORD.findall(spelling)[1:]:
                    branch = branch.setdefault(word, {})
                branch.setdefault(_HERE, []).append(spelling)
        return self._tree[first_word]

    def _place(self, text: str, start: int, end: int, spelling: str) -> Iterable[tuple[int, int, str]]:
        """Return where the tokens of a spelling stand in the stretch between blanks around its words."""
        while start and not text[start - 1].isspace():
            start -= 1
        end = _BLANK.search(text, end).start()
        stretch = text[start:end]
        if stretch == spelling:
            return [(start, end, spelling)]
        tokens, known = self._tokenize(stretch), [token for _, token in self._tokenize(spelling)]
        runs = (tokens[index : index + len(known)] for index in range(len(tokens) - len(known) + 1))
        return [
            (start + run[0][0], start + run[-1][0] + len(run[-1][1]), spelling)
            for run in runs
            if [token for _, token in run] == known
        ]

    def _tokenize(self, stretch: str) -> list[tuple[int, str]]:
        if stretch not in self._tokens:
            self._tokens[stretch] = [(token.idx, token.text) for token in self.nlp.make_doc(stretch)]
        return self._tokens[stretch]


@Language.factory(MATCHER)
def _make_matcher(nlp: Language, name: str) -> SpellingMatcher:
    return SpellingMatcher(nlp, name)


def load_nlp(knowledge: Knowledge, *, model: str | None = None) -> Language:
    """Return a tokenizer that knows every spelling, or the installed pipeline `model` with them."""
    nlp = _NewsEnglish() if model is None else _load_model(model)
    spellings = list_spellings(knowledge)
    matcher = nlp.add_pipe(MATCHER)
    matcher.add(spellings)
    last_words = {text.rsplit(" ", 1)[-1] for text, known in spellings.items() if not known.cut}
    inner_words = {word for text in spellings if " " in text for word in text.split(" ")[:-1]}
    possessors = {word for word in last_words if f"{word}s" not in inner_words}
    matcher.last_words = frozenset(possessors - knowledge.names.given_names)
    return nlp


def _load_model(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError as error:
        if Path(model).exists():
            raise ValueError(f"'{model}' is no spaCy pipeline: {error}") from error
        message = f"no spaCy pipeline '{model}' is installed: python -m spacy download {model}"
        raise ValueError(message) from error
    except _NO_PIPELINE as error:
        raise ValueError(f"'{model}' is no spaCy pipeline: {error}") from error
    if nlp.lang != "en":
        raise ValueError(f"the pipeline '{model}' is for '{nlp.lang}', expected an English one")
    if "ner" not in nlp.pipe_names:
        found = ", ".join(nlp.pipe_names) or "nothing"
        raise ValueError(f"the pipeline '{model}' has no 'ner' that finds names, only {found}")
    labels = nlp.get_pipe("ner").labels
    if not _ENTITY_TYPES.keys() & set(labels):
        expected = ", ".join(_ENTITY_TYPES)
        raise ValueError(
            f"the 'ner' of the pipeline '{model}' tells {', '.join(labels)}, expected some of {expected}"
        )
    nlp.tokenizer.infix_finditer = compile_infix_regex(_INFIXES).finditer
    return nlp


def known_spellings(nlp: Language) -> dict[str, Spelling]:
    """Return every spelling that nlp was taught."""
    return nlp.get_pipe(MATCHER).spellings


def known_last_words(nlp: Language) -> frozenset[str]:
    """Return the last words of the spellings that nlp was taught.

    Left out are given names, and words that with an s stand inside a spelling: "Live" for "Lives".
    """
    return nlp.get_pipe(MATCHER).last_words


def read_pieces(text: str, nlp: Language) -> Pieces:
    """Return the pieces of a text that a name may stand in."""
    return nlp.get_pipe(MATCHER).split(text)


def find_spellings(text: str, pieces: Pieces, nlp: Language) -> list[tuple[int, int, str]]:
    """Return (start, end, spelling) of every known spelling in the text; they may overlap."""
    return nlp.get_pipe(MATCHER).find(text, pieces)


def find_model_spans(text: str, nlp: Language) -> Iterable[ModelSpan]:
    """Return the names that the trained part of nlp finds; none without one."""
    if isinstance(nlp, _NewsEnglish):
        return []
    return [
        ModelSpan(ent.start_char, ent.end_char, _ENTITY_TYPES[ent.label_])
        for ent in nlp(text).ents
        if ent.label_ in _ENTITY_TYPES
    ]
