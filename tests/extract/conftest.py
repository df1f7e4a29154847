"""The product's own knowledge, read once: the rules are tested with the lists they are used with."""

import pytest

from analysis.annotate import load_nlp
from analysis.knowledge import Knowledge, read_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return read_knowledge()


@pytest.fixture(scope="session")
def nlp(knowledge):
    return load_nlp(knowledge)
