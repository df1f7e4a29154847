import pytest
import spacy
from spacy.training import Example

from analysis.annotate import find_model_spans, find_spellings, known_spellings, load_nlp, read_pieces
from analysis.extract.mentions import find_mentions
from analysis.knowledge import read_knowledge


@pytest.fixture(scope="module")
def knowledge():
    return read_knowledge()


@pytest.fixture(scope="module")
def nlp(knowledge):
    return load_nlp(knowledge)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A pipeline that has learnt one name, saved to a folder."""
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    ner.add_label("ORG")
    text = "they saw quiet lamp makers there"
    example = Example.from_dict(nlp.make_doc(text), {"entities": [(9, 26, "ORG")]})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(40):
        nlp.update([example], sgd=optimizer)
    path = tmp_path_factory.mktemp("models") / "tiny"
    nlp.to_disk(path)
    return str(path)


def find(text, nlp):
    return find_spellings(text, read_pieces(text, nlp), nlp)


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("in Syria or U.S.-backed", [(3, 8, "Syria"), (12, 16, "U.S.")]),
        ("the United States", [(4, 17, "United States")]),
        ("the United\nStates", []),  # a line end is no blank, and none of the tokens of a spelling
        ("unSyria, Syria's", [(9, 14, "Syria")]),
        ("Syria-Syria", [(0, 5, "Syria"), (6, 11, "Syria")]),
    ],
)
def test_spellings_are_found_with_their_place(nlp, text, spellings):
    assert find(text, nlp) == spellings


def test_pieces_without_capital_digit_or_known_word_are_passed_over(nlp):
    pieces = read_pieces("Vesk saw\nthe 3rd hawk; (Syrian", nlp)
    assert pieces == (["Vesk", "3rd", "(Syrian"], [0, 13, 23])


def test_a_spelling_learnt_later_is_found_in_a_word_read_before(knowledge):
    nlp, text = load_nlp(knowledge), "veskovo fell"
    assert find(text, nlp) == []
    known = known_spellings(nlp)["Syria"]
    nlp.get_pipe("spelling_matcher").add({"veskovo": known})
    assert find(text, nlp) == [(0, 7, "veskovo")]


def test_a_name_is_not_divided_like_a_contraction(knowledge):
    nlp = load_nlp(knowledge)
    nlp.get_pipe("spelling_matcher").add({"Hes": known_spellings(nlp)["Syria"]})
    assert find("at Hes.", nlp) == [(3, 6, "Hes")]


def test_without_a_model_there_is_nothing_more(nlp):
    assert list(find_model_spans("they saw quiet lamp makers there", nlp)) == []


def test_a_model_adds_what_the_rules_left_open(knowledge, model):
    text = "they saw quiet lamp makers there"
    nlp = load_nlp(knowledge, model=model)
    mentions = find_mentions(
        text, nlp, article_id="a", sections=[(0, 32, "body")], sentences=[(0, 32)], knowledge=knowledge
    )
    assert [(m.text, m.entity_type, m.rule, m.confidence) for m in mentions] == [
        ("quiet lamp makers", "ORG", "model", "guess")
    ]


def save_with_other_labels(path):
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("COLOUR")
    nlp.initialize()
    nlp.to_disk(path)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "python -m spacy download"),
        (lambda path: path.mkdir(), "is no spaCy pipeline"),
        (save_with_other_labels, "tells COLOUR, expected some of PERSON"),
        (lambda path: spacy.blank("en").to_disk(path), "no 'ner'"),
        (lambda path: spacy.blank("de").to_disk(path), "expected an English one"),
    ],
)
def test_a_model_that_cannot_be_used_is_refused(knowledge, tmp_path, make, message):
    path = tmp_path / "model"
    make(path)
    with pytest.raises(ValueError, match=message):
        load_nlp(knowledge, model=str(path))


def test_a_package_that_is_no_pipeline_is_refused(knowledge):
    with pytest.raises(ValueError, match="'pytest' is no spaCy pipeline"):
        load_nlp(knowledge, model="pytest")
