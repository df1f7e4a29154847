"""How the codes in the tables read on the page."""

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
CONFIDENCES = {"certain": "Certain", "likely": "Likely", "guess": "Guess"}
PRECISIONS = {"day": "to the day", "week": "to the week", "month": "to the month", "": "unknown"}
