"""Statements of whole articles: kind, speaker, medium, chain, date and what is no statement."""

import pytest

from analysis.extract.quotation_marks import find_quotations
from analysis.extract.sentences import split_sentences
from analysis.extract.speakers import resolve_across
from analysis.extract.statements import find_scare_quotes, find_statements
from analysis.records import Article, Mention, Statement

NAMES = {
    "Ida Kay": ("ida-kay", "PERSON", "name"),
    "Kay": ("ida-kay", "PERSON", "name"),
    "Ola Orr": ("ola-orr", "PERSON", "name"),
    "Orr": ("ola-orr", "PERSON", "name"),
    "Harbour News": ("harbour-news", "MEDIA", "name"),
    "Quay Institute": ("quay-institute", "ORG", "name"),
    "Port Council": ("port-council", "ORG", "name"),
    "Norway": ("norway", "COUNTRY", "name"),
    "Oslo": ("norway", "COUNTRY", "metonym"),
    "Sweden": ("sweden", "COUNTRY", "name"),
    "Norwegian": ("norway", "NORP", "adjective"),
}


def article(text: str, *, published: str = "2017-06-23", article_id: str = "a1") -> Article:
    return Article(article_id, "o1", "", "", published, "day", "given", "", 0, 0, len(text), "", None)


def mentions(text: str, *, article_id: str = "a1") -> list[Mention]:
    found: list[Mention] = []
    taken = -1
    for start in range(len(text)):
        name = next(
            (name for name in sorted(NAMES, key=len, reverse=True) if text.startswith(name, start)), None
        )
        if name is not None and start >= taken:
            taken = start + len(name)
            entity, kind, use = NAMES[name]
            left = " ".join(text[:start].split()[-6:])
            found.append(
                Mention(
                    article_id,
                    start,
                    taken,
                    name,
                    entity,
                    kind,
                    use,
                    "body",
                    0,
                    left,
                    "",
                    "alias",
                    "certain",
                    False,
                )
            )
    return found


@pytest.fixture
def find(knowledge):
    def find(text: str, *, article_id: str = "a1", published: str = "2017-06-23") -> list[Statement]:
        scope = [(0, len(text))]
        quotations = find_quotations(text, scope)
        sentences = split_sentences(text, scope, quotations=quotations)
        return find_statements(
            text,
            article(text, article_id=article_id, published=published),
            sections=[],
            sentences=sentences,
            quotations=quotations,
            mentions=mentions(text, article_id=article_id),
            knowledge=knowledge,
        )

    return find


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("“We will not go,” Kay said.", "direct", "We will not go,"),
        ("Kay said that “we will not go.”", "direct", "we will not go."),
        ("Kay said they would not go.", "indirect", "they would not go"),
        ("Kay said the “wall” was dry.", "indirect", "the “wall” was dry"),  # only a term in marks
        ("Kay said it was “not the time to go” now.", "mixed", "it was “not the time to go” now"),
        ("Kay said: “One day.\n\n“We will go.”", "direct", "One day.\n\n“We will go."),
    ],
)
def test_kind_and_span(find, text: str, kind: str, content: str) -> None:
    assert [(s.kind, s.content) for s in find(text)] == [(kind, content)]


@pytest.mark.parametrize(
    ("text", "ids", "basis"),
    [
        ("Mayor Ida Kay said that it rained.", ["ida-kay"], "name"),
        ("Ida Kay and Ola Orr said that it rained.", ["ida-kay", "ola-orr"], "name"),
        ("Oslo said that it rained.", ["norway"], "name"),
        ("The Norwegian government said that it rained.", ["norway"], "role"),
        ("Norwegian officials said that it rained.", ["norwegian-officials"], "role"),
        ("Officials in Norway and Sweden said it rained.", ["norway-officials", "sweden-officials"], "role"),
        ("A Norwegian official said that it rained.", ["unnamed-norwegian-official"], "role"),
        ("Ida Kay came. She said that it rained.", ["ida-kay"], "pronoun"),
        ("Norway and Sweden agreed. Both said that it rained.", ["norway", "sweden"], "pronoun"),
        ("“It rained,” Ida Kay said. “It rained for days.”", ["ida-kay"], "name"),
        ("Una Berg said that it rained.", ["una-berg"], "name"),  # nobody knows her
        ("A statement by Ola Orr confirmed that it rained.", ["ola-orr"], "name"),
    ],
)
def test_speakers(find, text: str, ids: list[str], basis: str) -> None:
    first = find(text)[0]
    assert (first.speaker_ids, first.speaker_basis) == (ids, basis)


def test_a_quotation_without_a_cue_goes_on_with_the_speaker(find) -> None:
    second = find("“It rained,” Ida Kay said. “It rained for days.”")[1]
    assert (second.speaker_ids, second.speaker_basis, second.cue) == (["ida-kay"], "inferred", "")


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Kay told Harbour News that it rained.", "harbour-news"),
        ("Kay said in an interview with Harbour News that it rained.", "harbour-news"),
        ("Harbour News cited Kay as saying that it rained.", "harbour-news"),
        ("“It rained,” Kay was quoted by Harbour News as saying.", "harbour-news"),
        ("Kay said that it rained (Harbour News, June 22).", "harbour-news"),
        ("It rained, Kay wrote in a Quay Institute report.", "quay-institute"),
        ("Kay, writing for Harbour News, said that it rained.", "harbour-news"),
        ("Harbour News says that it rained.", "harbour-news"),
        ("Kay said that Harbour News was wrong.", ""),
    ],
)
def test_medium(find, text: str, medium: str) -> None:
    assert [s.medium_id for s in find(text)] == [medium]


def test_the_medium_of_an_author_holds_for_the_article(find) -> None:
    found = find("It rained, Ida Kay wrote in a Quay Institute report. Kay also said that it froze.")
    assert [s.medium_id for s in found] == ["quay-institute", "quay-institute"]


@pytest.mark.parametrize(
    ("text", "speaker", "reporters"),
    [
        ("Harbour News reported that Kay said that it rained.", ["ida-kay"], ["harbour-news"]),
        ("It rained, Kay said, Harbour News reported.", ["ida-kay"], ["harbour-news"]),
        ("Kay said that it rained, Orr said.", ["ida-kay"], ["ola-orr"]),
        ("Norwegian media reported that Kay said it rained.", ["ida-kay"], ["norwegian-media"]),
    ],
)
def test_a_report_of_a_report_is_one_statement(
    find, text: str, speaker: list[str], reporters: list[str]
) -> None:
    assert [(s.content.rstrip("."), s.speaker_ids, s.reported_by) for s in find(text)] == [
        ("It rained" if text.startswith("It") else "it rained", speaker, reporters)
    ]


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Kay said on June 22 that it rained.", "2017-06-22"),
        ("On June 22, 2016, Kay said that it rained.", "2016-06-22"),
        ("Kay said that it rained on June 22.", ""),  # the date of the rain
        ("Kay said on Thursday that it rained.", "2017-06-22"),
    ],
)
def test_said_on(find, text: str, said_on: str) -> None:
    assert [s.said_on for s in find(text)] == [said_on]


def test_hedge_is_the_word_beside_the_cue(find) -> None:
    assert [s.hedge for s in find("Kay reportedly said that it rained.")] == ["reportedly"]


@pytest.mark.parametrize(
    "text",
    [
        "Kay has not confirmed that it rained.",
        "Kay declined to say whether it rained.",
        "Kay hopes that it will rain.",
        "It is known that it rained.",
        "It should be noted that it rained.",
        "As I noted yesterday, it rained.",
        "Kay and Orr agreed on a plan.",
        "Kay rejected the plan.",
        "The “rain” of June came late.",
        "The club “Friends of the Old Harbour” met.",
    ],
)
def test_no_statement(find, text: str) -> None:
    assert find(text) == []


def test_scare_quotes_are_the_marks_outside_statements(find) -> None:
    text = "The “rain” came. “It was late,” Kay said."
    quotations = find_quotations(text, [(0, len(text))])
    found = find_scare_quotes(quotations, find(text))
    assert [text[q.start : q.end] for q in found] == ["“rain”"]


def test_ids_are_unique_and_name_article_and_start(find) -> None:
    found = find("Kay said that it rained. “It froze,” Orr said.")
    assert [s.statement_id for s in found] == ["a1:14", "a1:26"]


def test_an_office_is_put_down_to_its_holder_in_another_article(find, knowledge) -> None:
    role = "The secretary of the Port Council said that it rained."
    named = "Port Council Secretary Ida Kay came."
    known = mentions(role) + mentions(named, article_id="a2")
    [statement] = find(role)
    assert statement.speaker_ids == ["port-council"]
    [resolved] = resolve_across([statement], known, knowledge)
    assert resolved.speaker_ids == ["ida-kay"]
    assert resolve_across([statement], mentions(role), knowledge) == [statement]


def test_an_empty_article_has_none(find) -> None:
    assert find("") == []
