"""Tokens, known spellings and trained pipelines. The only module that imports spaCy."""

from collections.abc import Iterable
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from .extract.spellings import Spelling, list_spellings
from .knowledge import Knowledge

MATCHER = "spelling_matcher"
_ENTITY_TYPES = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "NORP",
}


class ModelSpan(NamedTuple):
    """A name that a trained pipeline found."""

    start: int
    end: int
    entity_type: str


class SpellingMatcher:
    """Finds known spellings, by their exact characters."""

    def __init__(self, nlp: Language, name: str = MATCHER) -> None:
        self.nlp = nlp
        self.name = name
        self.spellings: dict[str, Spelling] = {}
        self.last_words: frozenset[str] = frozenset()
        self.matcher = PhraseMatcher(nlp.vocab, attr="ORTH")

    def add(self, spellings: dict[str, Spelling]) -> None:
        """Teach the matcher more spellings."""
        self.spellings |= spellings
        for spelling in spellings:
            self.matcher.add(spelling, [self.nlp.make_doc(spelling)])

    def __call__(self, doc: Doc) -> Doc:
        return doc

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Return (start, end, spelling) of every known spelling in the text; they may overlap."""
        doc = self.nlp.make_doc(text)
        strings = self.nlp.vocab.strings
        return [
            (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), strings[spelling])
            for spelling, start, end in self.matcher(doc)
        ]


@Language.factory(MATCHER)
def _make_matcher(nlp: Language, name: str) -> SpellingMatcher:
    return SpellingMatcher(nlp, name)


def load_nlp(knowledge: Knowledge, *, model: str | None = None) -> Language:
    """Return a tokenizer that knows every spelling, or the installed pipeline `model` with them."""
    nlp = spacy.blank("en") if model is None else _load_model(model)
    infixes = [*nlp.Defaults.infixes, r"(?<=\.)-(?=[A-Za-z])", r"(?<=[A-Za-z])/(?=[A-Z][a-z])"]
    nlp.tokenizer.max_cache_size = 200_000  # the spellings alone would fill the default
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    spellings = list_spellings(knowledge)
    matcher = nlp.add_pipe(MATCHER)
    matcher.add(spellings)
    last_words = {text.rsplit(" ", 1)[-1] for text, known in spellings.items() if not known.cut}
    matcher.last_words = frozenset(last_words - knowledge.names.given_names)
    return nlp


def _load_model(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError as error:
        message = f"no spaCy pipeline '{model}' is installed: python -m spacy download {model}"
        raise ValueError(message) from error
    if nlp.lang != "en":
        raise ValueError(f"the pipeline '{model}' is for '{nlp.lang}', expected an English one")
    if "ner" not in nlp.pipe_names:
        found = ", ".join(nlp.pipe_names) or "nothing"
        raise ValueError(f"the pipeline '{model}' has no 'ner' that finds names, only {found}")
    return nlp


def known_spellings(nlp: Language) -> dict[str, Spelling]:
    """Return every spelling that nlp was taught."""
    return nlp.get_pipe(MATCHER).spellings


def known_last_words(nlp: Language) -> frozenset[str]:
    """Return the last word of every spelling that nlp was taught, given names left out."""
    return nlp.get_pipe(MATCHER).last_words


def find_spellings(text: str, nlp: Language) -> list[tuple[int, int, str]]:
    """Return (start, end, spelling) of every known spelling in the text; they may overlap."""
    return nlp.get_pipe(MATCHER).find(text)


def find_model_spans(text: str, nlp: Language) -> Iterable[ModelSpan]:
    """Return the names that the trained part of nlp finds; none without one."""
    if "ner" not in nlp.pipe_names:
        return []
    return [
        ModelSpan(ent.start_char, ent.end_char, _ENTITY_TYPES[ent.label_])
        for ent in nlp(text).ents
        if ent.label_ in _ENTITY_TYPES
    ]
