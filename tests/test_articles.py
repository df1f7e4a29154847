import hashlib

import pytest

from analysis.articles import RawArticle, read_articles, unknown_columns, unlisted_files

TEXT = "Ferry sinks\r\n\r\nA ferry sank off Torre.\n"


def _write(folder, manifest, **files):
    """A folder with a manifest and article files, bytes as they are."""
    if manifest is not None:
        (folder / "articles.csv").write_bytes(manifest.encode())
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def _faults(folder):
    problems = []
    read_articles(folder, problems)
    return [str(problem) for problem in problems]


def test_an_article_keeps_every_character_of_its_file(tmp_path):
    content = f"\ufeff{TEXT}".encode()
    manifest = (
        "file,outlet_id,outlet,outlet_country,outlet_kind,title,author,published,published_precision,"
        "published_basis,url\na.txt,lake,Lake Courier,Ardania,newspaper,Ferry sinks,Ada Quill,2017-06-03,"
        'week,"printed, on the page",https://lake.example/a\n'
    )
    problems = []
    articles = read_articles(_write(tmp_path, manifest, a_txt=content), problems)
    assert not problems
    assert articles == [
        RawArticle(
            article_id="a",
            outlet_id="lake",
            outlet="Lake Courier",
            outlet_country="Ardania",
            outlet_kind="newspaper",
            title="Ferry sinks",
            author="Ada Quill",
            published="2017-06-03",
            published_precision="week",
            published_basis="printed, on the page",
            url="https://lake.example/a",
            text=f"\ufeff{TEXT}",
            sha256=hashlib.sha256(content).hexdigest(),
        )
    ]


def test_only_the_file_is_required(tmp_path):
    problems = []
    folder = _write(tmp_path, "\ufefffile\r\nb.txt\r\na.txt\r\n", a_txt=TEXT, b_txt=TEXT)
    articles = read_articles(folder, problems)
    assert not problems
    assert [(a.article_id, a.outlet_id, a.published) for a in articles] == [
        ("a", "unknown", ""),
        ("b", "unknown", ""),
    ]


@pytest.mark.parametrize(
    ("row", "outlet_id"),
    [
        ("a.txt,lake,Lake Courier", "lake"),
        ("a.txt,,Lake Courier", "lake-courier"),
        ("a.txt,,", "unknown"),
    ],
)
def test_an_outlet_without_an_id_gets_one_from_its_name(row, outlet_id, tmp_path):
    folder = _write(tmp_path, f"file,outlet_id,outlet\n{row}\n", a_txt=TEXT)
    assert read_articles(folder, [])[0].outlet_id == outlet_id


@pytest.mark.parametrize("precision", ["month", ""])
def test_a_month_is_dated_by_its_first_day(precision, tmp_path):
    manifest = f"file,published,published_precision\na.txt,2017-07,{precision}\n"
    problems = []
    (article,) = read_articles(_write(tmp_path, manifest, a_txt=TEXT), problems)
    assert not problems
    assert (article.published, article.published_precision) == ("2017-07-01", "month")


@pytest.mark.parametrize(
    ("manifest", "fault"),
    [
        (None, "articles.csv: no such file in {folder}, expected one row a file, with a column 'file'"),
        ("name\na.txt\n", "articles.csv:1: column 'file' is missing, found ['name']"),
        ("file\na.txt\nb.txt\n", "articles.csv:3: file 'b.txt' is missing in {folder}"),
        ("file\na.txt\na.txt\n", "articles.csv:3: file 'a.txt' stands in line 2 already"),
        (
            "file\na.txt\na.md\n",
            "articles.csv:3: article_id 'a' of 'a.md' belongs to another file already",
        ),
        (
            "file,published\na.txt,2017-06-31\n",
            "articles.csv:2: published '2017-06-31' is no date, expected YYYY-MM-DD, or YYYY-MM for a month",
        ),
        (
            "file,published\na.txt,20170603\n",
            "articles.csv:2: published '20170603' is no date, expected YYYY-MM-DD, or YYYY-MM for a month",
        ),
        (
            "file,published\na.txt,2017\n",
            "articles.csv:2: published '2017' is no date, expected YYYY-MM-DD, or YYYY-MM for a month",
        ),
        # the month alone is no day
        (
            "file,published,published_precision\na.txt,2017-07,day\n",
            "articles.csv:2: published '2017-07' is no date, expected YYYY-MM-DD, or YYYY-MM for a month",
        ),
        (
            "file,published_precision\na.txt,year\n",
            "articles.csv:2: published_precision 'year' is unknown, expected day, week or month",
        ),
        (
            "file\n../a.txt\n",
            "articles.csv:2: file '../a.txt' lies outside the folder, expected a name relative to it",
        ),
        (
            "file\n/etc/hostname\n",
            "articles.csv:2: file '/etc/hostname' lies outside the folder, expected a name relative to it",
        ),
        (
            "file\nlink.txt\n",
            "articles.csv:2: file 'link.txt' is a link out of the folder",
        ),
        ("file,title\na.txt\n", "articles.csv:2: 1 cell, expected 2: 'a.txt'"),
        (
            'file,title\n"a.txt,Ferry sinks\n',
            "articles.csv:2: 1 cell, expected 2: 'a.txt,Ferry sinks\\n'; is a quotation mark left open?",
        ),
        (
            "file;title\na.txt;Ferry\n",
            "articles.csv:1: column 'file' is missing, found ['file;title']; put commas between the columns",
        ),
        ("file,title\n,Ferry sinks\n", "articles.csv:2: file must not be empty"),
        # a title over two lines does not shift the line that is named
        ('file,title\na.txt,"Ferry\nsinks"\nb.txt,\n', "articles.csv:4: file 'b.txt' is missing in {folder}"),
        ("file\nempty.txt\n", "empty.txt: the article is empty (articles.csv:2)"),
        ("file\nlatin.txt\n", "latin.txt: byte 3 is not UTF-8; save it as UTF-8 text (articles.csv:2)"),
    ],
)
def test_faults_name_file_line_and_value(manifest, fault, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    _write(folder, manifest, a_txt=TEXT, a_md=TEXT, empty_txt=" \r\n\ufeff", latin_txt=b"caf\xe9")
    (folder / "a.md").write_text(TEXT)
    (tmp_path / "outside.txt").write_text(TEXT)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    assert _faults(folder) == [fault.format(folder=folder)]


def test_a_folder_that_is_not_there(tmp_path):
    folder = tmp_path / "nowhere"
    assert _faults(folder) == [f"{folder}: no such folder, expected one with articles.csv"]


def test_columns_that_nothing_reads_are_known(tmp_path):
    folder = _write(tmp_path, "\ufefffile, title ,headline,date\na.txt,,,\n", a_txt=TEXT)
    assert unknown_columns(folder) == ["headline", "date"]


def test_all_faults_are_collected(tmp_path):
    manifest = "file,published,published_precision\na.txt,June,year\nb.txt,,\nempty.txt,,\n"
    assert _faults(_write(tmp_path, manifest, a_txt=TEXT, empty_txt="")) == [
        "articles.csv:2: published 'June' is no date, expected YYYY-MM-DD, or YYYY-MM for a month",
        "articles.csv:2: published_precision 'year' is unknown, expected day, week or month",
        f"articles.csv:3: file 'b.txt' is missing in {tmp_path}",
        "empty.txt: the article is empty (articles.csv:4)",
    ]


def test_files_that_the_manifest_does_not_list_are_known(tmp_path):
    folder = _write(tmp_path, "file\na.txt\nmay/b.txt\n", a_txt=TEXT, may__b_txt=TEXT, may__c_txt=TEXT)
    assert unlisted_files(folder) == ["may/c.txt"]
    assert [article.article_id for article in read_articles(folder, [])] == ["a", "may/b"]
