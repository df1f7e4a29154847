import pytest

from analysis import method

ACCURACY = {
    "date": "2020-01-02",
    "articles": 5,
    "resamples": 2000,
    "figures": [
        {"layer": "mention", "measure": "F1", "value": 0.9, "low": 0.8, "high": 1.0, "precision": 0.95,
         "recall": 0.855, "right": 9, "found": 10, "annotated": 10},
        {"layer": "mention ORG", "measure": "F1", "value": None, "low": None, "high": None, "precision": None,
         "recall": None, "right": 0, "found": 0, "annotated": 0},
        {"layer": "out of scope", "measure": "count", "value": 2.0, "low": None, "high": None,
         "precision": None, "recall": None, "right": 0, "found": 2, "annotated": 0},
    ],
}  # fmt: skip


def test_figures_in_words():
    table = method.accuracy_table({"accuracy": ACCURACY})
    assert table[["layer", "measure", "found"]].to_dict("split")["data"] == [
        ["Mentions: place and type", "F1", 10],
        ["Mentions: Organisation", "F1", 0],
        ["Finds outside headline, standfirst and body", "count", 2],
    ]
    assert method.describe_accuracy(table) == (
        "Value and 95% interval of each layer. Mentions: place and type 0.900."
    )
    assert list(method.spell_accuracy(table)) == [
        "What was measured", "Measure", "Value", "Lower bound (95%)", "Upper bound (95%)", "Precision",
        "Recall", "Right", "Found", "Annotated",
    ]  # fmt: skip


@pytest.mark.parametrize("build", [{}, {"accuracy": None}])
def test_no_measurement(build):
    assert method.accuracy_table(build).empty
    assert method.measured_on(build) == ""


def test_the_date_of_the_measurement():
    assert method.measured_on({"accuracy": ACCURACY}) == (
        "Measured on 2020-01-02 on 5 articles annotated by hand. The intervals come from 2,000 samples of "
        "whole articles, drawn with replacement. The rules were tried on these articles while they were "
        "written: expect less on others."
    )


def test_rules_are_counted(corpus):
    counts = method.count_rules(corpus, {"alias": "a spelling"})
    assert counts.to_dict("split")["data"] == [
        ["Mentions", "alias", "a spelling", 9, 1.0, 8, 0, 1, 0],
        ["Statements", "quotation", "", 3, 1.0, 2, 0, 1, 0],
        ["Positions", "pattern", "", 2, 1.0, 2, 0, 0, 0],
        ["Zone facts", "pattern", "", 2, 1.0, 2, 0, 0, 0],
    ]
    assert method.count_confidence(corpus).to_dict("split")["data"][0] == ["Mentions", 9, 8, 0, 1]
    assert method.spell_rules(counts)["Share (%)"].tolist() == [100.0] * 4


def test_rules_of_an_empty_selection(corpus):
    nothing = corpus.select(type(corpus.filters)(outlets=("nobody",)))
    assert list(method.count_rules(nothing)) == list(method.count_rules(corpus))
    assert method.count_rules(nothing).empty and method.count_confidence(nothing).empty


def test_versions():
    build = {"format": 1, "packages": {"spacy": "3", "pyarrow": "2"}, "model": None, "corpus_sha256": "ab"}
    assert method.list_versions(build).to_dict("split")["data"] == [
        ["Format of the tables", "1"],
        ["Package pyarrow", "2"],
        ["Package spacy", "3"],
        ["spaCy pipeline beside the rules", "none"],
        ["Corpus (SHA-256)", "ab"],
    ]


@pytest.mark.parametrize(
    ("text", "begins"),
    [("full", "This corpus was built with the full texts"), ("quotations", "The articles belong")],
)
def test_the_text_policy(text, begins):
    assert method.describe_policy({"text": text}).startswith(begins)
