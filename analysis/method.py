"""How the tables were made and how far they can be trusted: measurements, rules, confidence, versions."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from . import labels
from .corpus import Corpus
from .knowledge import KNOWLEDGE
from .knowledge.rules import read_rules
from .problems import InputError, Problem

RULED = {
    "mentions": "Mentions",
    "statements": "Statements",
    "positions": "Positions",
    "zone_facts": "Zone facts",
    "event_dates": "Dates of events",
}
"""Tables whose rows name the rule that made them, in words."""

LAYERS = {
    "mention": "Mentions: place and type",
    "linked": "Mentions: place, type and entity",
    "statement": "Statements: place",
    "attributed": "Statements: place and speaker",
    "statement, direct": "Direct statements that were found",
    "statement, indirect": "Indirect statements that were found",
    "kind": "Direct or indirect",
    "speaker": "Speaker",
    "cue": "Cue word",
    "medium": "Medium, where one is named",
    "medium, none named": "No medium, where none is named",
    "stance": "Stance, where one is taken",
    "stance, none taken": "No stance, where none is taken",
    "not confirmed": "Reports left unconfirmed",
    "zone fact": "Zone facts: passage, zone and relation",
    "zone fact, actors": "Zone facts: actors and places",
    "section (characters)": "Sections, by characters",
    "out of scope": "Finds outside headline, standfirst and body",
    "scare quotes taken as statements": "Scare quotes taken as statements",
}
"""The layers of the measurement in words; mentions of one type are named after it."""

CONFIDENCES = {
    "certain": "the text names it and the rule leaves no choice",
    "likely": "read from the context: a pronoun, an office, the sentence before",
    "guess": "the best of several readings, or no more than a hint; every page can leave these out",
}

LIMITS = {
    "Names that nobody listed": "An unknown name gets its type from titles, head nouns and its neighbours. "
    "A person with no title who does nothing but stand in a list is often missed, and a company is easily "
    "taken for a person.",
    "Capitals": "A capital counts as its government when it acts, speaks or stands among states. "
    "Sentences in which the city and the government could both be meant are decided by the verb alone.",
    "Speakers": "“He” and “they” are looked for in the sentences before. With two people of the same kind in "
    "sight the nearer one wins, which is wrong now and then.",
    "Where a statement ends": "An indirect statement ends with its clause. A thought that the writer adds "
    "after a comma can be taken for part of it.",
    "Stance": "A stance is found where the words of a proposition stand near its actors. Irony, doubt that "
    "no word shows, and a denial spread over several sentences are missed. That no stance is listed does "
    "not mean that somebody had none.",
    "Zone facts": "A monitor is read from a clause that names zone, actor and task together. What an article "
    "says of a zone without naming it is not seen.",
    "Dates": "A date without a year takes the year nearest to publication, and says so.",
}
"""What is known to go wrong."""

CORRECTIONS = (
    "Readers’ corrections stand in data/corrections.csv. The build applies them last and marks what they "
    "changed; one whose text has changed in the meantime is reported and left alone. Under every list of "
    "mentions or statements, and in the article reader, “Propose a correction” makes the row."
)

_ACCURACY = {
    "layer": "What was measured",
    "measure": "Measure",
    "value": "Value",
    "low": "Lower bound (95%)",
    "high": "Upper bound (95%)",
    "precision": "Precision",
    "recall": "Recall",
    "right": "Right",
    "found": "Found",
    "annotated": "Annotated",
}
_RULES = ["table", "rule", "looks_for", "rows", "share", "certain", "likely", "guess", "by_hand"]


def accuracy_table(build: Mapping[str, object]) -> pd.DataFrame:
    """The figures last measured on the annotated articles, one row a layer; empty if none were kept.

    Columns: layer (in words), measure, value, low, high, precision, recall, right, found, annotated.
    """
    accuracy = build.get("accuracy") or {}
    figures = accuracy.get("figures", [])
    table = pd.DataFrame(figures, columns=list(_ACCURACY))
    numbers = ["value", "low", "high", "precision", "recall"]
    return table.assign(layer=table["layer"].map(name_layer), **table[numbers].astype(float))


def name_layer(layer: str) -> str:
    """A layer in words."""
    if layer in LAYERS:
        return LAYERS[layer]
    entity_type = layer.removeprefix("mention ")
    return f"Mentions: {labels.TYPES.get(entity_type, entity_type)}"


def spell_accuracy(table: pd.DataFrame) -> pd.DataFrame:
    """The same under names for readers, numbers to three places."""
    return table.round(3).rename(columns=_ACCURACY)


def measured_on(build: Mapping[str, object]) -> str:
    """The day of the measurement and what it was made on, as a sentence; empty if there was none."""
    accuracy = build.get("accuracy")
    if not accuracy:
        return ""
    return (
        f"Measured on {accuracy['date']} on {accuracy['articles']} articles annotated by hand. The intervals "
        f"come from {accuracy['resamples']:,} samples of whole articles, drawn with replacement. "
        "The rules were tried on these articles while they were written: expect less on others."
    )


def describe_accuracy(table: pd.DataFrame) -> str:
    """The figures that matter most, as alternative text."""
    main = table[
        table["layer"].isin([LAYERS[name] for name in ("mention", "linked", "statement", "attributed")])
    ]
    parts = [f"{row.layer} {row.value:.3f}" for row in main.itertuples() if row.value == row.value]
    return "Value and 95% interval of each layer. " + "; ".join(parts) + "."


def count_rules(corpus: Corpus, explanations: Mapping[str, str] | None = None) -> pd.DataFrame:
    """How often each rule made a row, the most used of each table first.

    Columns: table (in words), rule, looks_for (its explanation, if there is one), rows, share (of the
    table), certain, likely, guess, by_hand.
    """
    rows = []
    for name, title in RULED.items():
        table = getattr(corpus, name)
        rules, levels = table["rule"].tolist(), table["confidence"].tolist()
        times, sure = Counter(rules), Counter(zip(rules, levels, strict=True))
        by_hand = Counter(rule for rule, done in zip(rules, table.get("by_hand", ()), strict=False) if done)
        for rule in sorted(times, key=lambda rule: (-times[rule], rule)):
            looks_for = (explanations or {}).get(rule, "")
            by_level = (sure[rule, level] for level in CONFIDENCES)
            share = times[rule] / len(rules)
            rows.append((title, rule, looks_for, times[rule], share, *by_level, by_hand[rule]))
    return pd.DataFrame(rows, columns=_RULES)


def explain_rules() -> dict[str, str]:
    """What each rule looks for, from data/knowledge/."""
    problems: list[Problem] = []
    rules = read_rules(KNOWLEDGE, problems)
    if problems:
        raise InputError(problems)
    return rules


def spell_rules(table: pd.DataFrame) -> pd.DataFrame:
    """The same under names for readers, shares in per cent."""
    spelled = table.assign(share=(100 * table["share"]).round(1))
    names = (
        "Table",
        "Rule",
        "Looks for",
        "Rows",
        "Share (%)",
        *labels.CONFIDENCES.values(),
        "Corrected by hand",
    )
    return spelled.set_axis(list(names), axis=1)


def count_confidence(corpus: Corpus) -> pd.DataFrame:
    """Rows of each table by confidence. Columns: Table, Rows, and one for each degree."""
    rules = count_rules(corpus)
    totals = rules.groupby("table", sort=False)[["rows", *CONFIDENCES]].sum().reset_index()
    return totals.set_axis(["Table", "Rows", *labels.CONFIDENCES.values()], axis=1)


def list_versions(build: Mapping[str, object]) -> pd.DataFrame:
    """What the tables were made with. Columns: What, Value."""
    packages = build.get("packages") or {}
    rows = [
        ("Format of the tables", build.get("format", "")),
        *((f"Package {name}", version) for name, version in sorted(packages.items())),
        ("spaCy pipeline beside the rules", build.get("model") or "none"),
        ("Corpus (SHA-256)", build.get("corpus_sha256", "")),
    ]
    return pd.DataFrame([(what, str(value)) for what, value in rows], columns=["What", "Value"])


def describe_policy(build: Mapping[str, object]) -> str:
    """What the tables keep of the articles' wording."""
    if build.get("text") == "full":
        return (
            "This corpus was built with the full texts, for reading on this machine. "
            "Articles belong to their publishers: do not pass these tables on."
        )
    return (
        "The articles belong to their publishers, and their texts are not in these tables. Quotations are "
        "kept in full, indirect statements up to 25 words, passages as their first and last words, and at "
        "most six words on either side of a name. Words are counted. Each article is linked."
    )
