"""The rows of every table. A record's fields are its table's columns, in order."""

from typing import Literal, NamedTuple

Section = Literal["headline", "standfirst", "dateline", "credit", "body", "boilerplate"]
Use = Literal["name", "metonym", "adjective"]
Kind = Literal["direct", "indirect", "mixed"]
SpeakerBasis = Literal["name", "pronoun", "role", "inferred"]
Confidence = Literal["certain", "likely", "guess"]
Stance = Literal["asserts", "denies", "not_confirmed", "conditional", "undecided"]
Relation = Literal["defined_by", "monitor_proposed", "other"]

IN_SCOPE = ("headline", "standfirst", "body")
"""The sections that counts and statements are taken from."""


class Article(NamedTuple):
    article_id: str
    outlet_id: str
    title: str
    author: str
    published: str  # ISO date, empty where unknown
    published_precision: str  # day, week, month or empty
    published_basis: str
    url: str
    n_tokens: int  # words in headline, standfirst and body
    n_sentences: int
    n_chars: int
    sha256: str
    text: str | None  # null unless the corpus is built with --text full


class Outlet(NamedTuple):
    outlet_id: str
    name: str
    country: str
    kind: str


class Entity(NamedTuple):
    entity_id: str
    name: str
    type: str
    country: str  # entity_id of a country, or empty
    role: str


class SectionSpan(NamedTuple):
    article_id: str
    start: int
    end: int
    section: Section


class Mention(NamedTuple):
    """One span of text that names an entity."""

    article_id: str
    start: int
    end: int
    text: str
    entity_id: str
    entity_type: str
    use: Use
    section: Section
    sentence: int  # counts the sentences of the article from 0
    left: str
    right: str
    rule: str
    confidence: Confidence
    by_hand: bool


class Statement(NamedTuple):
    """What somebody is reported to have said or written."""

    statement_id: str
    article_id: str
    kind: Kind
    start: int
    end: int
    content: str
    speaker_ids: list[str]
    speaker_start: int | None
    speaker_end: int | None
    speaker_text: str
    speaker_basis: SpeakerBasis
    speaker_likely: str  # an entity_id that is only an inference, or empty
    cue: str
    cue_start: int | None
    cue_end: int | None
    cue_lemma: str
    medium_id: str
    reported_by: list[str]  # outermost first
    said_on: str  # ISO date, or empty
    hedge: str  # "reportedly", "seems to", as it stands in the text, or empty
    sentence: int
    n_words: int  # of the whole content, before the text policy shortens it
    n_quoted_words: int  # of these, inside quotation marks
    rule: str
    confidence: Confidence
    by_hand: bool


class Position(NamedTuple):
    """A stance on a proposition. No row means no stance."""

    proposition_id: str
    stance: Stance
    actor_ids: list[str]
    statement_id: str | None  # null where the passage is no statement
    article_id: str
    start: int
    end: int
    text: str  # the passage under the text policy
    rule: str
    confidence: Confidence
    by_hand: bool


class ZoneFact(NamedTuple):
    article_id: str
    start: int
    end: int
    zone_id: str
    relation: Relation
    actor_ids: list[str]
    proposed_by: list[str]
    place_ids: list[str]
    statement_id: str | None  # the statement that the passage lies in: "according to whom"
    text: str  # the passage under the text policy
    rule: str
    confidence: Confidence


OWN_WORDS = "own-words:"
"""How the group_id of a passage begins that sets a quotation beside its author's own words."""


class Passage(NamedTuple):
    """One member of a group of passages that articles share."""

    group_id: str
    article_id: str
    start: int
    end: int
    similarity: float  # 0 to 1, to the first member of the group
    relation: Literal["copy", "near_copy"]
    n_words: int
    text: str  # the first and the last words under the text policy
    hedges: list[str] = ()  # of the whole passage, where it sets a quotation beside its author's own words


class PropositionRow(NamedTuple):
    """What the positions are about, as the analyst has put it."""

    proposition_id: str
    name: str
    description: str
    kind: Literal["claim", "condition", "union"]


class Cue(NamedTuple):
    """A word that reports speech, with the tone that it lends."""

    cue_lemma: str
    tone: str  # neutral, doubt, denial, warning or admission
    reason: str


class EventDate(NamedTuple):
    """A date that an article gives to something that happened or is to happen."""

    article_id: str
    start: int
    end: int
    text: str
    first: str  # ISO date; `first` to `last` are the days that the text can mean
    last: str
    precision: Literal["day", "days", "part", "month", "year"]
    year_basis: Literal["stated", "relative", "nearest"]
    tense: Literal["happened", "planned"]
    event: str  # the kind of event, or empty
    entity_ids: list[str]  # what the event is named after, or where it takes place
    event_id: str  # dates with the same event_id are likely of one event
    statement_id: str | None
    sentence: int
    context: str  # the passage under the text policy
    rule: str
    confidence: Confidence


class Word(NamedTuple):
    """How often a word stands in one stretch of an article."""

    article_id: str
    word: str
    n: int
    start: int | None  # of the stretch; null for all the text that lies in no passage


TABLES = {
    "articles": Article,
    "outlets": Outlet,
    "entities": Entity,
    "sections": SectionSpan,
    "mentions": Mention,
    "statements": Statement,
    "positions": Position,
    "zone_facts": ZoneFact,
    "passages": Passage,
    "event_dates": EventDate,
    "propositions": PropositionRow,
    "cues": Cue,
    "words": Word,
}
