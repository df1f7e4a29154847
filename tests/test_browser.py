"""The dashboard in a real browser, over the small corpus: links, filters, downloads, and no word to the outside."""

import csv
import io
import os
import shutil
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from analysis.geography import read_geography
from pages import MENU

from .conftest import ROWS, write_corpus

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60_000


def give_up(reason: str) -> None:
    """Skip on a machine that cannot run a browser; where the tests guard a change, that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        give_up("Playwright for Python is not installed: pip install -r requirements-dev.txt")
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        give_up(f"no browser on the path: none of {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("browser") / "processed", ROWS)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """A freshly started dashboard; gives its address."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.headless=true",
        f"--server.port={port}",
    ]
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"FOUR_ZONES_DATA": str(folder)},
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        wait_for(f"http://localhost:{port}", server)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for(address: str, server: subprocess.Popen) -> None:
    for _ in range(150):
        assert server.poll() is None, "the server stopped"
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


@pytest.fixture(scope="module")
def address(folder) -> Iterator[str]:
    """One server for the tests that need no fresh one."""
    with serve(folder) as found:
        yield found


@pytest.fixture
def fresh_address(folder) -> Iterator[str]:
    """A server of the test's own, which nobody has visited yet."""
    with serve(folder) as found:
        yield found


@pytest.fixture
def visit(browser):
    """Opens an address in a browser of its own; in the end nothing may have gone wrong or left the machine."""
    contexts, faults = [], []

    def note(request):
        host = urlsplit(request.url).hostname
        if urlsplit(request.url).scheme not in ("data", "blob") and host != "localhost":
            faults.append(f"asked {request.url}")

    def open_page(url: str, **options):
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 1000}} | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", note)
        page.on("console", lambda said: faults.extend(complaint(said)))
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.goto(url)
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


def complaint(said) -> list[str]:
    """An error of the console. Below the path of a page Streamlit first looks for its server in that path."""
    place = urlsplit(said.location["url"]).path
    search = place.count("/") > 2 and place.endswith(("/_stcore/health", "/_stcore/host-config"))
    return [f"console: {said.text} {place}"] if said.type == "error" and not search else []


def settle(page) -> None:
    """Wait until the page is drawn and the server has nothing more to do."""
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(300)
    page.wait_for_function("!document.querySelector('[data-test-script-state=running]')")
    page.wait_for_timeout(300)


def choose(page, label: str, option: str) -> None:
    page.get_by_test_id("stSidebar").get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")
    settle(page)


def values(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def state(page) -> str:
    """The line that says what is shown."""
    return page.get_by_text("Showing ").first.inner_text()


@pytest.mark.parametrize("key", MENU)
def test_a_link_into_a_page_is_the_first_visit_to_a_fresh_server(fresh_address, visit, key):
    path = "" if key == "overview" else key
    page = visit(f"{fresh_address}/{path}?source=gazette&source=herald&actor=norland", color_scheme="dark")
    assert page.locator("h1").first.inner_text() == MENU[key].title
    assert state(page).startswith(
        "Showing 3 of 4 articles · Source: The Gazette, Herald & Sons · Actor: Norland."
    )
    assert page.get_by_test_id("stException").count() == 0
    assert values(page) == {"source": ["gazette", "herald"], "actor": ["norland"]}
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


def test_filters_go_into_the_address_along_to_other_pages_and_back(visit, address):
    page = visit(address)
    choose(page, "Source", "Herald & Sons")
    assert values(page) == {"source": ["herald"]}
    choose(page, "Actor", "Norland")
    assert values(page) == {"source": ["herald"], "actor": ["norland"]}
    assert state(page).startswith("Showing 1 of 4 articles · Source: Herald & Sons · Actor: Norland.")

    page.get_by_test_id("stSidebar").get_by_role("link", name="Entity mentions").click()
    page.get_by_role("heading", level=1, name=MENU["entity_mentions"].title).wait_for()
    settle(page)
    assert values(page) == {"source": ["herald"], "actor": ["norland"]}
    assert state(page).startswith("Showing 1 of 4 articles")

    page.reload()
    settle(page)
    assert state(page).startswith("Showing 1 of 4 articles")

    page.go_back()
    page.get_by_role("heading", level=1, name=MENU["overview"].title).wait_for()
    page.go_back()
    settle(page)
    assert values(page) == {"source": ["herald"]}
    assert state(page) == "Showing 1 of 4 articles · Source: Herald & Sons."

    page.get_by_role("button", name="Clear all filters").click()
    settle(page)
    assert values(page) == {}
    assert page.get_by_text("Showing ").count() == 0


def test_a_finding_opens_the_page_that_shows_it(visit, address):
    page = visit(f"{address}?source=herald")
    page.get_by_role("link", name="Read the mentions of").click()
    page.get_by_role("heading", level=1, name=MENU["entity_mentions"].title).wait_for()
    settle(page)
    assert values(page)["source"] == ["herald"]


def test_a_value_that_does_not_exist_loads_no_picture(visit, address):
    page = visit(f"{address}?source=![x](http://127.0.0.1:9/x.png)&actor=<img src=http://127.0.0.1:9/y.png>")
    assert page.get_by_text("It was left out.").count() == 2
    assert page.locator("img[src*='127.0.0.1']").count() == 0


POINT_INSIDE = """(zone) => {
    const outlines = [...document.querySelectorAll('.choroplethlocation')].filter(p => p.__data__.loc === zone);
    for (const outline of outlines) {
        const box = outline.getBoundingClientRect(), home = outline.getScreenCTM().inverse();
        for (let x = box.x + 4; x < box.right; x += 3)
            for (let y = box.y + 4; y < box.bottom; y += 3)
                if (outline.isPointInFill(new DOMPoint(x, y).matrixTransform(home))) return [x, y];
    }
}"""


def test_a_zone_is_chosen_by_a_click_on_the_map(visit, address):
    page = visit(f"{address}/zone_map?source=herald", viewport={"width": 1440, "height": 1800})
    page.locator(".choroplethlocation").first.wait_for()
    page.wait_for_timeout(500)
    zone = next(zone for zone in reversed(read_geography().outlines))
    page.mouse.click(*page.evaluate(POINT_INSIDE, zone))
    page.wait_for_function("zone => location.search.includes(zone)", arg=zone)
    settle(page)
    assert values(page) == {"source": ["herald"], "zone": [zone]}
    chosen = page.get_by_role("radio", checked=True).or_(page.locator("[kind=segmented_controlActive]"))
    assert read_geography().zones[zone].short in chosen.first.inner_text()


def test_a_bar_of_quoted_words_opens_the_statements_behind_it(visit, address):
    page = visit(f"{address}/words", viewport={"width": 1440, "height": 3200})
    bar = page.locator(".st-key-quoted-countries .bars .point path").last
    bar.wait_for()
    page.wait_for_timeout(500)
    bar.click(force=True)  # plotly catches the pointer above its bars
    page.wait_for_function("location.search.includes('country')")
    settle(page)
    assert values(page) == {"quoted-in": ["herald"], "country": ["norland"]}


def open_downloads(page, number: int):
    page.get_by_role("button", name="Download", exact=True).nth(number).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="PNG picture").wait_for()
    dialog.get_by_role("img").wait_for()
    return dialog


def download(page, button) -> tuple[str, bytes]:
    with page.expect_download() as arriving:
        button.click()
    return arriving.value.suggested_filename, Path(arriving.value.path()).read_bytes()


def test_a_chart_leaves_the_page_as_picture_page_and_table(visit, address):
    page = visit(f"{address}?source=herald")
    dialog = open_downloads(page, 1)
    got = dict(
        download(page, dialog.get_by_role("button", name=name))
        for name in ("PNG picture", "SVG picture", "Interactive HTML page", "Data as CSV")
    )
    stem = "four-zones-overview-actors-by-source"
    assert list(got) == [f"{stem}.{ending}" for ending in ("png", "svg", "html", "csv")]

    png = got[f"{stem}.png"]
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", png[16:20])[0] == 3 * (1200 + 2 * 40)

    texts = "|".join(ElementTree.fromstring(got[f"{stem}.svg"]).itertext())
    for words in (
        "The most named actors by source",
        "1 article · Source: Herald & Sons",
        "Chart: Four Zones",
        "Norland",
    ):
        assert words in texts

    rows = list(csv.reader(io.StringIO(got[f"{stem}.csv"].decode("utf-8-sig"))))
    assert rows == [
        ["Actor", "Source", "Mentions", "Words in source", "Mentions per 1,000 words"],
        ["Ada Verne", "Herald & Sons", "1", "300", "3.33"],
        ["Norland", "Herald & Sons", "1", "300", "3.33"],
    ]


def test_the_interactive_page_works_alone(visit, address, tmp_path):
    page = visit(address)
    _, content = download(page, open_downloads(page, 0).get_by_role("button", name="Interactive HTML page"))
    (tmp_path / "chart.html").write_bytes(content)
    alone = page.context.new_page()
    alone.goto((tmp_path / "chart.html").as_uri())
    alone.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert alone.get_by_role("heading", level=1).inner_text().startswith("Publication of the articles")
    assert alone.get_by_text("4 articles").count() == 1


def test_a_table_leaves_the_page(visit, address):
    page = visit(address)
    name, content = download(page, page.get_by_role("button", name="Download this table").last)
    assert name == "four-zones-overview-articles.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["Article"] for row in rows] == [
        "Quay to stay open",
        "Pilots wait [for](http://example.org) rain",
        "'=SUM(toll)",
        "<b>Fog</b>",
    ]


def test_downloads_open_from_the_keyboard(visit, address):
    page = visit(address)
    page.get_by_role("button", name="Download", exact=True).first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="PNG picture").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")


def test_escape_closes_the_dialog_after_several_downloads(visit, address):
    page = visit(address)
    for _ in range(2):
        dialog = open_downloads(page, 0)
        for name in ("Data as CSV", "Interactive HTML page", "PNG picture", "Interactive HTML page"):
            download(page, dialog.get_by_role("button", name=name))
        page.wait_for_timeout(500)
        page.keyboard.press("Escape")
        dialog.wait_for(state="hidden")


def test_tab_stays_in_the_dialog_after_a_download(visit, address):
    page = visit(address)
    dialog = open_downloads(page, 0)
    download(page, dialog.get_by_role("button", name="Interactive HTML page"))
    page.wait_for_timeout(500)
    page.keyboard.press("Tab")
    assert page.get_by_role("dialog").filter(has=page.locator(":focus")).count() == 1


def test_every_chart_has_a_text_for_those_who_do_not_see_it(visit, address):
    page = visit(address)
    page.locator("[data-testid=stPlotlyChart] .main-svg").nth(1).wait_for()
    charts = page.get_by_role("figure").filter(has=page.locator(".js-plotly-plot"))
    labels = [chart.get_attribute("aria-label") for chart in charts.all()]
    assert [label.split(":")[0] for label in labels] == [
        "Time line of 3 articles",
        "Heat map of the mentions of 3 actors in 3 sources. Most mentions",
    ]
