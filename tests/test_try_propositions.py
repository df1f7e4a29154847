import pytest

from analysis.__main__ import main
from analysis.problems import InputError
from analysis.try_propositions import try_propositions

TEXT = """\
Norway opens its ports

Norway has opened its ports to the ships of Peru, the harbour office of Oslo announced on Monday.

The minister of Peru said that Norway had not opened its ports. It rained all day.
"""
PARTS = """\
proposition_id,part,value
open-ports,subject,norway
open-ports,topic,port*
open-ports,asserts,{subject} ... opened ... ports
"""


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "articles.csv").write_text(
        "file,outlet_id,outlet,title,author,published,published_precision,published_basis,url\n"
        "ports.txt,gazette,Gazette,,,2024-03-04,day,given,\n"
    )
    (folder / "ports.txt").write_text(TEXT)
    return folder


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "propositions.csv").write_text(
        "proposition_id,name,description,kind\nopen-ports,Open ports,Norway opens its ports.,claim\n"
    )
    (folder / "proposition_parts.csv").write_text(PARTS)
    return folder


def test_every_catch_stands_in_its_sentence(folder, articles):
    lines = list(try_propositions(folder, articles))
    assert lines[0] == "open-ports: Norway opens its ports."
    start = TEXT.index("Norway had not")
    assert f"  denies (certain, negated-claim) ports:{start}, The minister of Peru" in lines
    assert "    The minister of Peru said that [Norway had not opened its ports]." in lines
    assert not any("rained" in line for line in lines)


def test_a_faulty_proposition_is_named(folder, articles, capsys):
    (folder / "proposition_parts.csv").write_text(PARTS + "open-ports,verb,open\n")
    assert main(["propositions", str(folder), "--articles", str(articles)]) == 2
    assert "proposition_parts.csv:5: part 'verb', expected one of" in capsys.readouterr().err


def test_a_folder_without_propositions(tmp_path, articles):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"empty: expected one of propositions.csv, proposition_parts.csv"):
        list(try_propositions(tmp_path / "empty", articles))


def test_one_file_will_do(folder, articles, capsys):
    (folder / "proposition_words.csv").write_text("list,phrase\n")
    with pytest.raises(InputError, match=r"proposition_words.csv: the word list 'negator' is missing"):
        list(try_propositions(folder / "proposition_words.csv", articles))
