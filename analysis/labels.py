"""How the codes in the tables read on the page."""

import pandas as pd

TYPES = {
    "PERSON": "Person",
    "COUNTRY": "Country",
    "ORG": "Organisation",
    "MEDIA": "Media",
    "ARMED_GROUP": "Armed group",
    "PLACE": "Place",
    "ZONE": "Zone",
    "PROCESS": "Process",
    "AGREEMENT": "Agreement",
    "NORP": "People or group",
    "UNNAMED": "Unnamed speaker",
}
USES = {"name": "Name", "metonym": "Capital for state", "adjective": "Adjective"}
KINDS = {"direct": "Direct", "mixed": "Mixed", "indirect": "Indirect"}
STANCES = {
    "asserts": "Asserts",
    "conditional": "Conditional",
    "undecided": "Undecided",
    "not_confirmed": "Does not confirm",
    "denies": "Denies",
}
TONES = {
    "neutral": "Neutral",
    "doubt": "Doubt",
    "denial": "Denial",
    "warning": "Warning",
    "admission": "Admission",
}
CONFIDENCES = {"certain": "Certain", "likely": "Likely", "guess": "Guess"}
PRECISIONS = {"day": "to the day", "week": "to the week", "month": "to the month", "": "unknown"}
MEASURES = {"mentions": "Mentions", "articles": "Articles", "rate": "Per 1,000 words"}
COLUMNS = {
    "name": "Entity",
    "entity_type": "Type",
    "outlet": "Source",
    "mentions": "Mentions",
    "articles": "Articles",
    "outlets": "Sources",
    "words": "Words",
    "rate": "Per 1,000 words",
    "form": "Words in the text",
    "use": "Use",
    "other": "Other entity",
    "sentences": "Sentences with both",
    "share": "Share",
    "published": "Published",
    "text": "Text",
    "position": "Place in the text",
    "of_articles": "Of articles",
    "dp": "Deviation of proportions",
    "difference": "Difference",
    "low": "Lower bound (95%)",
    "high": "Upper bound (95%)",
    "verdict": "Verdict",
    "speaker": "Speaker",
    "statements": "Statements",
    "quoted_words": "Quoted words",
    "number": "No.",
    "n_words": "Words",
    "relation": "Kind",
    "begin": "Begins at",
    "finish": "Ends at",
    "item": "Name",
    "n": "Mentions",
    "expected": "Expected at this length",
    "chance": "Chance of none",
}
PARTS = ("Share", "Similarity", "Begins at", "Ends at")
"""Columns whose numbers are parts of a whole: 1 is all of it."""

RELATIONS = {"copy": "Same words", "near_copy": "Similar words"}
CODES = {"entity_type": TYPES, "use": USES, "relation": RELATIONS}


def begin(text: str) -> str:
    """The text as it begins a sentence or stands as a title, with a capital."""
    return text[:1].upper() + text[1:]


def publication(published: str, precision: str) -> str:
    """The day of publication for a table, which sorts as a date and is no more exact than is known."""
    if precision == "month":
        return published[:7]
    return f"{published} (week)" if published and precision == "week" else published


def readable(table: pd.DataFrame, **names: str) -> pd.DataFrame:
    """The columns that have a name for readers, under it; `names` adds to COLUMNS. Rounded to 3 places."""
    known = COLUMNS | names
    kept = table[[column for column in table.columns if column in known]]
    for place, name in enumerate(kept.columns):
        if name in CODES:
            kept.isetitem(place, pd.Series(map(CODES[name].get, kept[name]), kept.index, dtype="str"))
        elif kept.dtypes.iloc[place].kind == "f":
            kept.isetitem(place, kept[name].round(3))
    return kept.set_axis([known[name] for name in kept.columns], axis=1)
