"""The stance of statements on the propositions of data/knowledge/.

The names of a proposition's actors are overwritten by marks of the same length, so that its patterns see
actors instead of spellings, and offsets stay true. A statement that does not name what it is about
("this issue", "both countries", "negotiations are going on") is read together with the sentences before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..articles import RawArticle
from ..knowledge import Knowledge
from ..knowledge.patterns import OBJECT_MARK, SUBJECT_MARK, Phrases
from ..knowledge.propositions import Proposition
from ..records import Confidence, Mention, Position, Stance, Statement
from .actor_marks import is_subject, mark_actors, speaks_for
from .speakers import read_cast, resolve

Span = tuple[int, int]

NEAR = 2
"""Sentences back in which a statement finds what it leaves out."""
FAR = 5
"""The same for a statement that points back in words ("this issue", "both countries")."""
REPORT_REACH = 10
"""Sentences back in which "that information" finds the statement that it takes up."""

_BREAK = re.compile(
    r"[.;:!?…](?=\s|[\"“”’']|$)|,?\s(?=(?:but|while|whereas|although|though|because|since|if|unless)\s)"
    r"|,\s(?=(?:and|which|who|so)\s)"
)
_HYPOTHETICAL = re.compile(r"\W*(?:and |or |even )?(?:if|unless|whether|should|in case|in the event)\b", re.I)
_ASIDE = re.compile(r",[^,;.]{1,60},|\([^()]*\)|[—–][^—–;.]{1,60}[—–]")
_NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|hardly)\b|n['’]t\b", re.I
)
_COMMA = re.compile(r",(?!\s*(?:or|nor|and)\b)")
_FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|I)\b")
_THEY = re.compile(r"\W*(?:\w+\W+){0,2}?(?:they|their|it|its|he|she|both|neither)\b", re.I)
_OTHER_TOPIC = re.compile(
    r"\b(?:about|over|regarding|concerning|(?<!going )(?<!\bgo )(?<!goes )on)\s+"
    r"(?!th(?:is|at|ese|ose|em|e)\b|it\b|such\b|[A-Z\d])"
)
_AFTER_CLAIM = 30
"""Characters after a claim in which it can still say what it is about."""
_WITH = re.compile(r"\bwith\s+(?:the\s+)?\Z")
_POINTER = re.compile(r"\b(?:this|that|these|those|it|them)\b\W*$", re.I)
_AUXILIARIES = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|did|do|does|could|would|can|will|also|so|far|yet|\w+ly))*\s*\Z"
)
_OPENING = re.compile(r"\s*[A-Z]\w+,\s+")
_TRIM = " \u00a0\t\r\n\"“”‘’'.,;:"


@dataclass(slots=True)
class _View:
    """One article as one proposition sees it."""

    proposition: Proposition
    original: str
    text: str  # the same with the actors marked
    memory: "_Memory"
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    starts: Sequence[int]  # of the mentions
    statements: Sequence[Statement]
    knowledge: Knowledge
    refusals: Sequence["_Refusal"]
    hinted: bool  # a word stands in a statement without which there is no stance


class _Memory(NamedTuple):
    """What is known already of a marked text, for all propositions about the same actors."""

    lowered: str  # the text in lower case
    said: str  # the contents of its statements, likewise
    searches: dict[tuple[int, Span], re.Match[str] | None]
    spokesmen: dict[str, bool]


class _Refusal(NamedTuple):
    """A phrase that leaves a report unconfirmed or rejects it."""

    start: int
    end: int
    stance: Stance
    sentence: int
    clause: Span
    is_report: bool  # neither inside a statement nor the cue of one


class _Reading(NamedTuple):
    """The stance of a stretch of text, and how it was found."""

    stance: Stance
    rule: str
    confidence: Confidence


def find_positions(
    text: str,
    article: RawArticle,
    *,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    knowledge: Knowledge,
) -> list[Position]:
    """Return the stances in order of proposition and place; no row where there is none."""
    propositions = knowledge.propositions.by_id
    found: dict[str, list[Position]] = {proposition_id: [] for proposition_id in propositions}
    for view in _views(text, sentences, mentions, statements, knowledge):
        found[view.proposition.proposition_id] += _stances(view, article.article_id)
    for proposition_id, proposition in propositions.items():
        found[proposition_id] += _union(proposition, found)
    return [
        position._replace(text=text[position.start : position.end])
        for positions in found.values()
        for position in sorted(positions, key=lambda p: (p.start, p.end))
    ]


def _views(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    knowledge: Knowledge,
) -> Iterator[_View]:
    """The article as each proposition that it concerns sees it; those of one story share the marked text."""
    starts = [mention.start for mention in mentions]
    named = frozenset({m.entity_id for m in mentions}.union(*(s.speaker_ids for s in statements)))
    concerned: dict[object, bool] = {}
    lowered = _lower(text)
    refusals: list[_Refusal] | None = None
    marked: dict[object, tuple[str, _Memory]] = {}
    for proposition in knowledge.propositions.by_id.values():
        if proposition.members or not _concerns(proposition, named, knowledge, cache=concerned):
            continue
        if refusals is None:
            refusals = _refusals(text, lowered, sentences, statements, knowledge)
        actors = (proposition.subjects, proposition.objects)
        if actors not in marked:
            options = {"sentences": sentences, "mentions": mentions, "knowledge": knowledge}
            seen = mark_actors(text, proposition, **options)
            marked[actors] = seen, _remember(lowered if seen == text else _lower(seen), statements)
        seen, memory = marked[actors]
        hinted = any(map(memory.said.__contains__, proposition.hints))
        if not (hinted or refusals or proposition.cue or _denies(statements, knowledge)):
            continue
        article = (sentences, mentions, starts, statements, knowledge, refusals)
        yield _View(proposition, text, seen, memory, *article, hinted)


def _remember(lowered: str, statements: Sequence[Statement]) -> _Memory:
    """Return a new memory of a marked text, given in lower case."""
    said = "\n".join([lowered[s.start : s.end] for s in statements])
    return _Memory(lowered, said, {}, {})


def _lower(text: str) -> str:
    """Return a text in lower case, each character where it stands: the lower case of İ would be two."""
    return text.replace("İ", "i").lower()


def _denies(statements: Sequence[Statement], knowledge: Knowledge) -> bool:
    """Whether the cue of a statement denies what it reports."""
    cue = knowledge.propositions.words["denying-cue"]
    return any(cue.fullmatch(s.cue_lemma) for s in statements if s.cue_lemma)


def _concerns(
    proposition: Proposition, named: frozenset[str], knowledge: Knowledge, *, cache: dict[object, bool]
) -> bool:
    """Whether an article names a subject at all (an object, where anybody can be the subject)."""
    if not proposition.subjects:
        return not proposition.objects or not named.isdisjoint(proposition.objects)
    if proposition.subjects not in cache:
        cache[proposition.subjects] = any(
            is_subject(entity_id, proposition, knowledge) or speaks_for(entity_id, proposition, knowledge)
            for entity_id in _related(named, proposition.subjects, knowledge)
        )
    return cache[proposition.subjects]


def _related(named: frozenset[str], subjects: frozenset[str], knowledge: Knowledge) -> Iterator[str]:
    """Yield those of the entities that have to do with a subject, be it by their ids: most have not."""
    prefixes = tuple(subjects)
    for entity_id in named:
        known = knowledge.entities.get(entity_id)
        if entity_id.startswith(prefixes) or (known is not None and known.country in subjects):
            yield entity_id


def _stances(view: _View, article_id: str) -> Iterator[Position]:
    """Stances of statements, then those of refused and rejected reports that are no statements."""
    by_statement: dict[str, Position] = {}
    for statement in view.statements:
        if reading := _read_statement(view, statement, earlier=by_statement):
            by_statement[statement.statement_id] = _position(
                view,
                reading,
                statement.speaker_ids,
                statement.statement_id,
                article_id,
                (statement.start, statement.end),
            )
    yield from by_statement.values()
    yield from _refused_reports(view, article_id, by_statement=by_statement)


def _position(
    view: _View,
    reading: _Reading,
    actors: Sequence[str],
    statement_id: str | None,
    article_id: str,
    span: Span,
) -> Position:
    return Position(
        view.proposition.proposition_id,
        reading.stance,
        list(actors),
        statement_id,
        article_id,
        *span,
        "",
        reading.rule,
        reading.confidence,
        False,
    )


# --- what a statement is about --------------------------------------------------------------------


def _read_statement(view: _View, statement: Statement, *, earlier: dict[str, Position]) -> _Reading | None:
    """The stance of a statement's content, None where it does not bear on the proposition."""
    start, end = statement.start, statement.end
    content = view.text[start:end]
    words = view.knowledge.propositions.words
    for refusal in view.refusals:
        inside = start <= refusal.start < end and refusal.stance == "not_confirmed"
        if inside and _takes_up(view, (refusal.end, end), start, earlier) is not None:
            return _Reading("not_confirmed", "not-confirmed", "likely")
    denied = bool(statement.cue_lemma and words["denying-cue"].fullmatch(statement.cue_lemma))
    if denied and words["report-noun"].search(content) and _takes_up(view, (start, end), start, earlier):
        return _Reading("denies", "rejected-report", "likely")
    if _introduces(view, statement):
        return _Reading("asserts", "claiming-cue", "certain")
    confidence = _relevance(view, statement, content) if _is_hinted(view, (start, end)) else None
    if confidence is None:
        return None
    stance, rule = _stance_of(view, (start, end))
    if stance is None:
        return None
    if denied:
        stance = {"asserts": "denies", "denies": "asserts"}.get(stance, stance)
        rule = "denying-cue"
    return _Reading(stance, f"{rule}", confidence)


def _is_hinted(view: _View, span: Span) -> bool:
    """Whether a word stands in a content without which there is no stance in it."""
    content = view.memory.lowered[slice(*span)]
    return view.hinted and any(map(content.__contains__, view.proposition.hints))


def _introduces(view: _View, statement: Statement) -> bool:
    """Whether the verb of speech makes the claim: "asked Norland to send observers"."""
    cue = view.proposition.cue
    span = (statement.start, statement.end)
    if cue is None or not statement.cue_lemma or not cue.fullmatch(statement.cue_lemma):
        return False
    since = statement.start if statement.cue_end is None else min(statement.cue_end, statement.start)
    return SUBJECT_MARK in view.text[since : statement.end] and _on_topic(view, span)


def _relevance(view: _View, statement: Statement, content: str) -> Confidence | None:
    """Whether the statement is about the proposition's actors and its topic, as a confidence."""
    span = (statement.start, statement.end)
    own_topic = _on_topic(view, span)
    if not view.proposition.subjects:  # about anybody
        known = own_topic or (
            _points_back(view, span) and _topic_before(view, statement, reach=FAR, with_subject=False)
        )
        return ("certain" if own_topic else "likely") if known else None
    own_subject = SUBJECT_MARK in content
    if own_subject and own_topic:
        return "certain"
    speaker = _speaks_for_subject(view, statement, content)
    if own_topic:
        return "likely" if speaker or _subject_before(view, statement, content) else None
    if not own_subject and _names_other_country(view, span):
        return None
    points_back = _points_back(view, span)
    if not points_back and (
        not (own_subject or speaker or _claims(view, span)) or _names_other_topic(view, span)
    ):
        return None
    reach = FAR if points_back or own_subject else NEAR
    if not _topic_before(view, statement, reach=reach, with_subject=not (own_subject or speaker)):
        return None
    return "likely" if own_subject or speaker else "guess"


def _on_topic(view: _View, span: Span) -> bool:
    """Whether a stretch of text names the topic; anything does where there is none to name."""
    topic = view.proposition.topic
    return topic is None or _search(view, topic, span) is not None


def _search(view: _View, pattern: Phrases, span: Span) -> re.Match[str] | None:
    key = (id(pattern), span)  # hashing a pattern would read all of it
    if key not in view.memory.searches:
        view.memory.searches[key] = pattern.search(view.text, *span)
    return view.memory.searches[key]


def _points_back(view: _View, span: Span) -> bool:
    """Whether "this issue" or the like stands in the content before anybody else is named."""
    phrase = _search(view, view.knowledge.propositions.words["back-reference"], span)
    return phrase is not None and all(
        view.text[m.start] in (SUBJECT_MARK, OBJECT_MARK) for m in _within(view, (span[0], phrase.start()))
    )


def _speaks_for_subject(view: _View, statement: Statement, content: str) -> bool:
    """Whether a subject speaks, of itself: in the first person, or with no other country named."""
    proposition, knowledge = view.proposition, view.knowledge
    if not any(is_subject(s, proposition, knowledge) or _speaks_for(view, s) for s in statement.speaker_ids):
        return False
    return _FIRST_PERSON.search(content) is not None or not _names_other_country(
        view, (statement.start, statement.end)
    )


def _speaks_for(view: _View, entity_id: str) -> bool:
    known = view.memory.spokesmen
    if entity_id not in known:
        known[entity_id] = speaks_for(entity_id, view.proposition, view.knowledge)
    return known[entity_id]


def _claims(view: _View, span: Span) -> bool:
    """Whether the content says something of the proposition, be it only "talks are under way"."""
    return next(_matches(view.proposition.asserts, view.text, span), None) is not None


def _within(view: _View, span: Span) -> Sequence[Mention]:
    return view.mentions[bisect_left(view.starts, span[0]) : bisect_left(view.starts, span[1])]


def _names_other_country(view: _View, span: Span) -> bool:
    """Whether a country is named that is neither subject nor object, nor only the other side."""
    return any(
        m.entity_type == "COUNTRY"
        and view.text[m.start] not in (SUBJECT_MARK, OBJECT_MARK)
        and not _WITH.search(view.text, span[0], m.start)
        for m in _within(view, span)
    )


def _names_other_topic(view: _View, span: Span) -> bool:
    """Whether the claim goes on to a topic of its own ("talks on trade")."""
    return any(
        _OTHER_TOPIC.search(view.text, match.start(), min(match.end() + _AFTER_CLAIM, span[1]))
        for pattern in (view.proposition.asserts, view.proposition.undecided)
        if pattern is not None
        for match in pattern.finditer(view.text, *span)
    )


def _subject_before(view: _View, statement: Statement, content: str) -> bool:
    """Whether "they" at the head of the content can mean a subject named just before."""
    if not _THEY.match(content) or _names_other_country(view, (statement.start, statement.end)):
        return False
    return any(SUBJECT_MARK in view.text[slice(*span)] for span in _before(view, statement, reach=1))


def _topic_before(view: _View, statement: Statement, *, reach: int, with_subject: bool) -> bool:
    """Whether one of the sentences before names the topic (and a subject, if the content lacks one)."""
    if view.proposition.topic is None:
        return False
    for span in _before(view, statement, reach=reach):
        if _on_topic(view, span):
            return not with_subject or _has_subject(view, span)
    return False


def _has_subject(view: _View, span: Span) -> bool:
    """Whether a stretch of text names a subject or reports what one has said."""
    return SUBJECT_MARK in view.text[slice(*span)] or any(
        span[0] <= s.start < span[1] and any(_speaks_for(view, speaker) for speaker in s.speaker_ids)
        for s in view.statements
    )


def _before(view: _View, statement: Statement, *, reach: int) -> Iterator[Span]:
    """What stands before the content, nearest first: the rest of its sentence, then whole sentences."""
    number = _sentence_at(view.sentences, statement.start)
    first = view.sentences[number][0] if view.sentences else 0
    if first < statement.start:
        yield first, statement.start
    for earlier in range(number - 1, max(-1, number - 1 - reach), -1):
        yield view.sentences[earlier]


def _sentence_at(sentences: Sequence[Span], position: int) -> int:
    return max(0, bisect_right(sentences, (position, float("inf"))) - 1)


# --- the stance itself ----------------------------------------------------------------------------


def _stance_of(view: _View, span: Span) -> tuple[Stance | None, str]:
    """The stance that the patterns find, the strongest first."""
    proposition = view.proposition
    claims = set()
    for match in _matches(proposition.asserts, view.text, span):
        claims.add(_claim(view, match, span))
        if "affirmed" in claims:
            return "asserts", "claim"
    if "conditional" in claims:
        return "conditional", "claim-on-condition"
    if next(_matches(proposition.undecided, view.text, span), None):
        return "undecided", "left-open"
    if "negated" in claims or next(_matches(proposition.denies, view.text, span), None):
        return "denies", "negated-claim"
    if next(_matches(proposition.conditional, view.text, span), None):
        return "conditional", "condition"
    return ("undecided", "not-ruled-out") if "twice-negated" in claims else (None, "")


def _matches(pattern: Phrases | None, text: str, span: Span) -> Iterator[re.Match[str]]:
    return iter(()) if pattern is None else pattern.finditer(text, *span)


def _claim(view: _View, match: re.Match[str], span: Span) -> str:
    """How a claim stands: affirmed, negated, twice-negated, conditional or hypothetical."""
    start, end = _clause(view.text, match.span(), span)
    words = view.knowledge.propositions.words
    if _HYPOTHETICAL.match(view.text[start : match.start() + 1]):
        return "hypothetical"
    negations = _negations(view, start, match.end())
    if words["false"].search(view.text, match.end(), end):
        negations += 1
    if negations:
        return "negated" if negations % 2 else "twice-negated"
    conditions = _matches(view.proposition.conditional, view.text, (start, _tail(view.text, end, span)))
    if any(c.end() <= match.start() or match.end() <= c.start() for c in conditions):
        return "conditional"
    return "affirmed"


def _clause(text: str, inner: Span, span: Span) -> Span:
    """The clause around a match, within the content."""
    start, end = span
    for cut in _BREAK.finditer(text, *span):
        if cut.end() <= inner[0]:
            start = cut.end()
        elif cut.start() >= inner[1]:
            return start, cut.start()
    return start, end


def _tail(text: str, end: int, span: Span) -> int:
    """The end of the clause, or of the if-clause that follows it."""
    follows = _HYPOTHETICAL.match(text[end : span[1]])
    return _clause(text, (end + follows.end(), end + follows.end()), span)[1] if follows else end


def _negations(view: _View, start: int, end: int) -> int:
    """How many negations bear on what ends here, counted after asides and earlier commas.

    "No talks and no plans" is one negation; "did not deny" is two.
    """
    words = view.knowledge.propositions.words
    scope = _ASIDE.sub(lambda aside: " " * len(aside.group()), view.text[start:end])
    commas = [m.end() for m in _COMMA.finditer(scope)]
    scope = scope[commas[-1] if commas else 0 :]
    scope = words["no-negator"].sub("", scope)
    return (_NEGATION.search(scope) is not None) + len(words["negator"].findall(scope))


# --- reports that nobody confirms -----------------------------------------------------------------


def _refusals(
    text: str,
    lowered: str,
    sentences: Sequence[Span],
    statements: Sequence[Statement],
    knowledge: Knowledge,
) -> list[_Refusal]:
    """Every phrase of the article that refuses or rejects something, in order."""
    propositions = knowledge.propositions
    spans = [(s.start, s.end) for s in statements]
    found = []
    for name, stance in (("not-confirmed", "not_confirmed"), ("rejected-report", "denies")):
        for number in _hinted_sentences(lowered, sentences, propositions.hints[name]):
            match = propositions.words[name].search(text, *sentences[number])
            if match is None:
                continue
            start, end = match.span()
            clause = _clause(text, (start, end), sentences[number])
            is_report = not any(a <= start < b or clause[0] <= a < clause[1] for a, b in spans)
            found.append(_Refusal(start, end, stance, number, clause, is_report))
    return sorted(found)


def _hinted_sentences(lowered: str, sentences: Sequence[Span], hints: Iterable[str]) -> set[int]:
    """Return which sentences hold one of the hints; `lowered` is the article in lower case."""
    numbers = set()
    for hint in hints:
        at = lowered.find(hint)
        while at >= 0 and sentences:
            number = _sentence_at(sentences, at)
            numbers.add(number)
            at = lowered.find(hint, max(at + 1, sentences[number][1]))
    return numbers


def _refused_reports(
    view: _View, article_id: str, *, by_statement: dict[str, Position]
) -> Iterator[Position]:
    """Passages outside statements that leave a claim unconfirmed or reject it ("denied the reports")."""
    done = -1
    for refusal in view.refusals:
        if not refusal.is_report or refusal.sentence == done:
            continue
        start, end = refusal.clause
        confidence = _takes_up(view, (refusal.end, end), refusal.start, by_statement)
        holders = [] if confidence is None else _holders(view, (start, refusal.start), refusal.sentence)
        if confidence is not None and holders:
            rule = "rejected-report" if refusal.stance == "denies" else "not-confirmed"
            reading = _Reading(refusal.stance, rule, confidence)
            yield _position(view, reading, holders, None, article_id, _trimmed(view, refusal.clause))
            done = refusal.sentence


def _takes_up(view: _View, rest: Span, position: int, earlier: dict[str, Position]) -> Confidence | None:
    """Whether the object of "confirm" is the proposition: in its own words, or a report of it before."""
    words = view.knowledge.propositions.words
    topic, asserts = view.proposition.topic, view.proposition.asserts
    on_topic = topic is not None and topic.search(view.text, *rest) is not None
    if asserts is not None and asserts.search(view.text, *rest) and (on_topic or topic is None):
        return "certain"
    tail = view.text[rest[0] : rest[1]]
    if tail.strip(_TRIM) and not words["report-noun"].search(tail) and not _POINTER.search(tail):
        return None
    if on_topic:
        return "likely"
    return "likely" if _reported_before(view, rest, position, earlier) else None


def _reported_before(view: _View, rest: Span, position: int, earlier: dict[str, Position]) -> bool:
    """Whether somebody has asserted the claim before: lately, or one of those whose "words" these are."""
    if view.proposition.kind == "condition":  # a report is of a claim
        return False
    named = {m.entity_id for m in _within(view, rest)}
    number = max(0, _sentence_at(view.sentences, position) - REPORT_REACH)
    since = 0 if named or not view.sentences else view.sentences[number][0]
    return any(
        since <= p.start < rest[0]
        and p.stance == "asserts"
        and (not named or any(named & _origins(actor, view.knowledge) for actor in p.actor_ids))
        for p in earlier.values()
    )


def _origins(entity_id: str, knowledge: Knowledge) -> set[str]:
    known = knowledge.entities.get(entity_id)
    return {entity_id, known.country} if known is not None else {entity_id}


def _holders(view: _View, span: Span, number: int) -> list[str]:
    """Who does not confirm: bodies and people of the clause, else the role or country that it begins with,
    else whom "they" means.
    """
    named = _within(view, span)
    bodies = [m.entity_id for m in named if m.entity_type in ("PERSON", "ORG", "ARMED_GROUP")]
    if bodies:
        return list(dict.fromkeys(bodies))
    if any(m.entity_type in ("COUNTRY", "NORP") for m in named):
        return _resolved(view, span)
    before = [s for s in view.statements if s.start < span[0] and s.sentence >= number - 1]
    pronoun = _THEY.match(view.text, *span) is not None
    return list(before[-1].speaker_ids) if before and pronoun else []


def _resolved(view: _View, span: Span) -> list[str]:
    """Whom the subject of a clause stands for, as a speaker would be resolved: "officials in Oslo"."""
    opening = _OPENING.match(view.original, *span)
    start = opening.end() if opening else span[0]
    end = _AUXILIARIES.search(view.original, start, span[1]).start()
    cues = view.knowledge.cues
    cast = read_cast(view.original, view.mentions, knowledge=view.knowledge, cues=cues, published=None)
    return resolve(cast, (start, end), []).ids


def _trimmed(view: _View, span: Span) -> Span:
    """The span without blanks and stops at its edges and without "Meanwhile," at its head."""
    start, end = span
    opening = _OPENING.match(view.text, start, end)
    if opening and not _within(view, opening.span()):
        start = opening.end()
    while start < end and view.text[start] in _TRIM:
        start += 1
    while end > start and view.text[end - 1] in _TRIM:
        end -= 1
    return start, end


# --- unions ---------------------------------------------------------------------------------------

_STRENGTH = ("asserts", "undecided", "denies", "conditional", "not_confirmed")


def _union(proposition: Proposition, found: dict[str, list[Position]]) -> list[Position]:
    """The stances on "one or the other": a member's whole stances first, then those limited to one stance."""
    chosen: dict[tuple[str | None, int, int], tuple[int, Position]] = {}
    for member, only in proposition.members:
        for position in found.get(member, []):
            if only and position.stance != only:
                continue
            key = (position.statement_id, position.start, position.end)
            rank = _STRENGTH.index(position.stance) + (len(_STRENGTH) if only else 0)
            if key not in chosen or rank < chosen[key][0]:
                chosen[key] = (rank, position)
    return [position._replace(proposition_id=proposition.proposition_id) for _, position in chosen.values()]
