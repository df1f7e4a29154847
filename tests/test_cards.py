import pytest

from analysis.cards import draw_cards, fact_card, passage_card, spell_date, statement_card
from analysis.knowledge.zones import OutsideFact
from analysis.quotations import COLUMNS
from analysis.zones import PASSAGE_COLUMNS

HARMFUL = '<img src="https://a.example/x.png" onerror="go()"> & [a](https://a.example)'


ROW = {
    "outlet": "The Gazette",
    "published": "2024-03-04",
    "published_precision": "day",
    "url": "https://example.org/1",
    "speaker": "Ada Verne",
    "role": "Harbour master",
    "speaker_text": "somebody",
    "inferred": False,
    "likely": "",
    "cue": "said",
    "kind": "direct",
    "content": "Norland keeps the quay open all year",
    "shortened": False,
    "medium": "Quay Wire",
    "chain": "The Gazette < Ida Holm < Ada Verne",
    "said_on": "",
    "stances": ["asserts"],
    "hedge": "",
    "n_words": 7,
    "n_quoted_words": 7,
    "rule": "quotation",
    "confidence": "certain",
    "by_hand": False,
}
PASSAGE = {
    "outlet": "The Gazette",
    "published": "2024-03-04",
    "published_precision": "day",
    "url": "https://example.org/1",
    "actors": "Ada Verne",
    "proposed_by": "Norland",
    "places": "",
    "itself": True,
    "speaker": "",
    "likely": "",
    "chain": "The Gazette",
    "medium": "",
    "said_on": "",
    "text": "the boats keep to the harbour",
    "rule": "pattern",
    "confidence": "certain",
}


@pytest.mark.parametrize(
    "field",
    [
        "content",
        "speaker",
        "speaker_text",
        "role",
        "likely",
        "cue",
        "medium",
        "chain",
        "hedge",
        "rule",
        "outlet",
    ],
)
@pytest.mark.parametrize("query", ["", "img"])
def test_a_text_is_never_markup(field, query):
    card = statement_card(ROW | {field: HARMFUL}, query=query)
    assert "<img" not in card and "&lt;" in card and "onerror=&quot;" in card


@pytest.mark.parametrize(
    "field", ["text", "actors", "proposed_by", "outlet", "rule", "chain", "medium", "speaker", "likely"]
)
def test_a_passage_is_never_markup(field):
    card = passage_card(PASSAGE | {"itself": False, "speaker": "Ada Verne", field: HARMFUL})
    assert "<img" not in card and "onerror=&quot;" in card


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({}, "<b>Ada Verne</b>"),
        ({}, "Harbour master"),
        ({}, '<blockquote class="direct">“Norland keeps the quay open all year”</blockquote>'),
        ({}, "“said” · via Quay Wire"),
        ({}, "Way here: The Gazette &lt; Ida Holm &lt; Ada Verne"),
        ({}, '<a href="https://example.org/1" target="_blank" rel="noopener noreferrer">The Gazette</a>'),
        ({}, '<time datetime="2024-03-04">4 March 2024</time>'),
        ({}, "</i>Asserts</span>"),
        ({}, "in the text “somebody”"),
        ({}, "rule: quotation · certain · 7 words, 7 quoted"),
        ({"speaker": ""}, "No speaker found"),
        ({"inferred": True}, '<span class="chip">Speaker inferred</span>'),
        ({"likely": "Ida Holm"}, "likely Ida Holm"),
        ({"confidence": "guess"}, '<span class="chip">Guess</span>'),
        ({"by_hand": True}, '<span class="chip">Corrected by hand</span>'),
        ({"shortened": True}, "(shortened)"),
        ({"hedge": "reportedly"}, "hedged: “reportedly”"),
        ({"said_on": "2024-03-02"}, 'on <time datetime="2024-03-02">2 March 2024</time>'),
        ({"content": "“Quay”"}, '<blockquote class="direct">“Quay”</blockquote>'),  # has its marks already
        ({"kind": "indirect"}, '<blockquote class="indirect">Norland keeps'),
        ({"published": "2024-04-01", "published_precision": "month"}, ">April 2024</time>"),
        ({"speaker": "pilots (unnamed)", "role": "guides"}, "<b>Pilots (unnamed)</b>"),
        ({"role": "guides"}, ">Guides</p>"),
        ({"published_precision": "week"}, "week from <time"),
        ({"published": "", "published_precision": ""}, "date unknown"),
    ],
)
def test_a_statement_card_shows(changes, part):
    assert part in statement_card(ROW | changes)


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", " https://a.example"]
)
def test_only_web_addresses_become_links(url):
    assert "<a " not in statement_card(ROW | {"url": url})


def test_what_was_found_stands_out():
    assert "keeps the <mark>quay</mark> open" in statement_card(ROW, query="QUÁY")
    assert "<mark>" not in statement_card(ROW)


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({}, "<b>Ada Verne</b>"),
        ({}, "Proposed by Norland. The article says so itself."),
        ({"itself": False, "speaker": "Ida"}, "According to <b>Ida</b>."),
        ({"itself": False, "speaker": "a pilot", "likely": "Ida"}, "<b>a pilot</b> (likely Ida)."),
        (
            {"itself": False, "speaker": "Ida", "medium": "Wire", "said_on": "2024-03"},
            'According to <b>Ida</b> via Wire on <time datetime="2024-03">March 2024</time>.',
        ),
        ({"itself": False, "speaker": ""}, "According to a speaker whose statement the filters leave out."),
        ({"actors": "", "places": "Old Quay"}, "<b>Old Quay</b>"),
    ],
)
def test_a_passage_card_says_according_to_whom(changes, part):
    assert part in passage_card(PASSAGE | changes)


def test_a_fact_card_has_date_claimant_and_link():
    fact = OutsideFact(
        "east", "fighters", "2001-02", "9 men & a dog", "Gazette", "https://www.a.example:443/1"
    )
    assert fact_card(fact) == (
        '<article class="card"><p><time datetime="2001-02">February 2001</time> · Fighters, as claimed</p>'
        "<p>9 men &amp; a dog.</p>"
        '<p class="muted foot">According to Gazette · '
        '<a href="https://www.a.example:443/1" target="_blank" rel="noopener noreferrer">a.example</a></p></article>'
    )


@pytest.mark.parametrize(
    ("text", "words"), [("2017-05-04", "4 May 2017"), ("2017-05", "May 2017"), ("2017", "2017"), ("", "")]
)
def test_dates_in_words(text, words):
    assert spell_date(text) == words


def test_cards_from_outside_look_apart():
    assert draw_cards(["<p>a</p>", "<p>b</p>"]) == '<div class="cards"><p>a</p><p>b</p></div>'
    assert draw_cards([], outside=True) == '<div class="cards outside"></div>'


def test_the_rows_here_are_those_of_the_tables():
    assert set(ROW) < set(COLUMNS) and set(PASSAGE) < set(PASSAGE_COLUMNS)
