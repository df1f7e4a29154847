"""Every page of the menu, as a reader may find it. A new page needs no test of its own here."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages import MENU, markdown

from .conftest import ROWS, write_corpus

ROOT = Path(__file__).parents[1]
PAGES = {key: page.path for key, page in MENU.items()}


@pytest.fixture
def open_app(processed, monkeypatch):
    """Opens a page of the dashboard over the small corpus, or over another folder, at an address."""

    def open_at(key: str = "overview", *, folder: Path = processed, **params: list[str]) -> AppTest:
        monkeypatch.setenv("FOUR_ZONES_DATA", str(folder))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for name, texts in params.items():
            app.query_params[name.replace("_", "-")] = texts
        return app.switch_page(PAGES[key]).run() if key != "overview" else app.run()

    return open_at


def address(app: AppTest) -> dict[str, list[str]]:
    return {name: [texts] if isinstance(texts, str) else texts for name, texts in app.query_params.items()}


def test_every_page_is_in_the_menu():
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").glob("[!_]*.py")}
    assert files | {"app.py"} == set(PAGES.values())


@pytest.mark.parametrize("key", MENU)
def test_page_shows_twice_without_error(open_app, key):
    app = open_app(key).run()
    assert not app.exception
    assert app.title[0].value == MENU[key].title
    assert not app.warning


@pytest.mark.parametrize("key", MENU)
@pytest.mark.parametrize(
    "params",
    [
        {"source": ["herald"]},
        {"actor": ["norland"]},
        {"actor": ["quay-wire"]},  # has no mention, and a statement only at second hand
        {"type": ["ZONE"]},
        {"since": ["2024-03-05"], "until": ["2024-03-20"]},
        {"hide_guesses": ["yes"], "reuse_once": ["yes"]},
    ],
    ids=lambda params: " ".join(params),
)
def test_page_shows_filtered(open_app, key, params):
    app = open_app(key, **params).run()
    assert not app.exception
    assert not app.warning
    assert any(caption.value.startswith("Showing ") for caption in app.caption)


@pytest.mark.parametrize("key", MENU)
def test_an_empty_selection_is_a_sentence(open_app, key):
    app = open_app(key, since=["2030-01-01"]).run()
    assert not app.exception
    assert app.info


def test_a_heading_without_findings_has_a_sentence(open_app):
    app = open_app(source=["post"], actor=["quay-wire"])
    assert "Nothing stands out in this selection." in [info.value for info in app.info]


@pytest.mark.parametrize("key", MENU)
def test_a_corpus_without_rows_is_no_error(open_app, tmp_path, key):
    assert not open_app(key, folder=write_corpus(tmp_path / "empty", {})).run().exception


@pytest.mark.parametrize("key", MENU)
def test_damaged_data_names_file_fault_and_command(open_app, processed, key):
    (processed / "mentions.parquet").write_bytes(b"not a table")
    app = open_app(key)
    assert not app.exception
    assert [error.value for error in app.error] == [
        markdown(f"{processed}/mentions.parquet: the file is damaged: it cannot be read as Parquet")
    ]
    assert app.code[0].value == f"python -m analysis build ARTICLES --out {processed}"


def test_tables_built_anew_are_read_anew(open_app, processed):
    (processed / "mentions.parquet").unlink()
    app = open_app()
    assert app.error
    write_corpus(processed, {})
    assert not app.run().error


@pytest.mark.parametrize("key", MENU)
def test_an_address_opens_the_same_view_on_any_page(open_app, key):
    app = open_app(key, source=["gazette"], actor=["norland"], since=["2024-03-01"], until=["2024-04-02"])
    assert app.multiselect(key="filter_outlets").value == ["gazette"]
    assert app.multiselect(key="filter_actors").value == ["norland"]
    assert app.date_input(key="filter_since").value == date(2024, 3, 1)
    assert app.date_input(key="filter_until").value == date(2024, 4, 1)


def test_a_filter_goes_into_the_address_and_out_again(open_app):
    app = open_app()
    app.multiselect(key="filter_outlets").set_value(["herald"]).run()
    assert address(app) == {"source": ["herald"]}
    app.button(key="clear_filters").click().run()
    assert address(app) == {}
    assert app.multiselect(key="filter_outlets").value == []


def test_back_undoes_a_filter(open_app):
    app = open_app()
    app.multiselect(key="filter_outlets").set_value(["herald"]).run()
    app.query_params.clear()
    app.run()
    assert app.multiselect(key="filter_outlets").value == []


@pytest.mark.parametrize("key", MENU)
def test_links_of_the_menu_keep_the_filters(open_app, key):
    app = open_app(key, source=["herald"])
    links = [link.proto for link in app.sidebar.get("page_link")]
    assert [link.query_string for link in links] == ["source=herald"] * len(MENU)


def test_a_value_that_does_not_exist_is_dropped_with_a_notice(open_app):
    app = open_app(source=["herald", "![x](http://example.org/x.png)"])
    assert app.multiselect(key="filter_outlets").value == ["herald"]
    assert [warning.value for warning in app.warning] == [
        markdown(
            "The address asks for source “![x](http://example.org/x.png)”, which does not exist here. "
            "It was left out."
        )
    ]


def test_a_page_keeps_its_own_values_in_the_address(open_app):
    app = open_app(measure=["mentions"])
    assert app.get("button_group")[0].value == "mentions"
    app.multiselect(key="filter_outlets").set_value(["herald"]).run()
    assert address(app) == {"measure": ["mentions"], "source": ["herald"]}


def test_a_value_of_a_page_that_is_no_option_is_dropped_with_a_notice(open_app):
    app = open_app(measure=["fame"])
    assert not app.exception
    assert [warning.value for warning in app.warning] == [
        markdown("“fame” is not there to choose. It was left out.")
    ]


def test_the_actor_filter_says_what_it_keeps(open_app):
    app = open_app("overview", actor=["norland"])
    assert app.caption[0].value == markdown(
        "Showing 4 of 4 articles · Actor: Norland. Here the actor filter keeps mentions of the chosen actors, "
        "statements by or about them, and zone facts with them."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](h/b.png)", r"\!\[x\]\(h/b\.png\)"),
        # no escape keeps Streamlit from making a link of an address: a joiner in it does
        ("http://a.b", "http\u2060\\://a\\.b"),
        ("www.a, ida@a.b", "www\u2060\\.a, ida@\u2060a\\.b"),
        ("<b>*a*</b> $x$ :red[y]", r"\<b\>\*a\*\</b\> \$x\$ \:red\[y\]"),
        ("1. plain, text", r"1\. plain, text"),
    ],
)
def test_markdown_shows_a_text_letter_for_letter(text, shown):
    assert markdown(text) == shown


def test_a_choice_made_before_the_address_has_caught_up_is_kept(open_app):
    app = open_app()
    app.multiselect(key="filter_outlets").set_value(["herald"]).run()
    app.query_params.clear()  # the browser has not heard of it yet when the next click is on its way
    app.get("button_group")[0].set_value("mentions").run()
    assert app.multiselect(key="filter_outlets").value == ["herald"]
    assert address(app) == {"source": ["herald"], "measure": ["mentions"]}


def test_back_undoes_a_value_of_a_page(open_app):
    app = open_app()
    app.get("button_group")[0].set_value("mentions").run()
    assert address(app) == {"measure": ["mentions"]}
    app.query_params.clear()
    app.run()
    assert app.get("button_group")[0].value == "rate"


def test_what_is_computed_once_follows_the_filters(open_app):
    app = open_app()
    numbers = [metric.value for metric in app.metric]
    app.multiselect(key="filter_outlets").set_value(["herald"]).run()
    assert [metric.value for metric in app.metric] != numbers
    app.button(key="clear_filters").click().run()
    assert [metric.value for metric in app.metric] == numbers


@pytest.mark.parametrize(
    ("key", "name"),
    [("entity_mentions", "evidence"), ("source_comparison", "evidence"), ("quote_explorer", "statements")],
)
def test_a_correction_can_be_proposed_where_rows_are_listed(open_app, key, name):
    app = open_app(key)
    app.toggle(key=f"correct-{name}").set_value(True).run()
    app.text_input(key=f"correct-reason-{name}").set_value("Not in print").run()
    assert not app.exception
    offered = [b for b in app.get("download_button") if "corrections.csv" in b.proto.label]
    assert [button.proto.disabled for button in offered] == [False]


def test_a_folder_that_cannot_be_written_is_named_and_other_downloads_stay(open_app, monkeypatch):
    def refuse():
        raise PermissionError(13, "Permission denied", "static/plotly.min.js")

    monkeypatch.setattr("pages.frame.show._plotly_file", refuse)
    app = open_app()
    app.button(key="download_publication").click().run()
    assert not app.exception
    assert [markdown("static/plotly.min.js cannot be written") in one.value for one in app.warning] == [True]
    labels = [button.proto.label for button in app.get("download_button")]
    assert {"Interactive HTML page", "Data as CSV"} <= set(labels)


@pytest.mark.parametrize("key", MENU)
def test_page_shows_one_article_of_which_nothing_is_known(open_app, key, tmp_path):
    own = {
        name: [row for row in rows if getattr(row, "article_id", "a4") == "a4"] for name, rows in ROWS.items()
    }
    own["outlets"] = [own["outlets"][2]._replace(name="", kind="")]
    own["articles"] = [own["articles"][0]._replace(title="")]
    app = open_app(key, folder=write_corpus(tmp_path / "one", own))
    assert not app.exception
    assert app.title[0].value == MENU[key].title
