import pyarrow.parquet as pq
import pytest

from analysis.corpus import PROCESSED
from analysis.knowledge import KNOWLEDGE
from analysis.knowledge.rules import read_rules
from analysis.method import RULED


def test_a_rule_that_stands_twice_is_named(tmp_path):
    (tmp_path / "rules.csv").write_text("rule,explanation\na,one\na,two\nb,\n", encoding="utf-8")
    problems = []
    assert read_rules(tmp_path, problems) == {"a": "one"}
    assert [str(problem) for problem in problems] == [
        "rules.csv:3: rule 'a' stands here twice",
        "rules.csv:4: explanation must not be empty",
    ]


@pytest.mark.skipif(not (PROCESSED / "mentions.parquet").is_file(), reason="the corpus is not built")
@pytest.mark.parametrize("table", RULED)
def test_every_rule_of_the_default_corpus_is_explained(table):
    problems = []
    explained = read_rules(KNOWLEDGE, problems)
    assert problems == []
    used = set(pq.read_table(PROCESSED / f"{table}.parquet", columns=["rule"])["rule"].to_pylist())
    assert used <= set(explained)
