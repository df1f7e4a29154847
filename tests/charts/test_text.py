import pytest

from analysis.charts.text import fold, number, percent, plural, recite


@pytest.mark.parametrize(
    ("text", "options", "folded"),
    [
        ("Port Council", {}, "Port Council"),
        ("Council of the Northern Basin", {}, "Council of the<br>Northern Basin"),
        ("Council of the Northern Basin and its Islands", {}, "Council of the<br>Northern Basin and…"),
        ("Council of the Northern Basin", {"lines": 1}, "Council of the…"),
        ("https://example.org/one/long/address", {"lines": 1}, "https://example.org/o…"),
        ("<b>A</b> & B", {}, "&lt;b&gt;A&lt;/b&gt; &amp; B"),  # plotly reads markup
        ("", {}, ""),
    ],
)
def test_fold(text, options, folded):
    assert fold(text, **options) == folded


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1234567, 0, "1,234,567"), (2.25, 1, "2.2"), (-3.5, 1, "−3.5"), (0, 1, "0.0"), (float("nan"), 1, "")],
)
def test_number(value, digits, text):
    assert number(value, digits=digits) == text


@pytest.mark.parametrize(("share", "text"), [(0.1234, "12.3%"), (1, "100.0%"), (float("nan"), "")])
def test_percent(share, text):
    assert percent(share, digits=1) == text


@pytest.mark.parametrize(("n", "text"), [(1, "1 copy"), (0, "0 copies"), (1200, "1,200 copies")])
def test_plural(n, text):
    assert plural(n, "copy", "copies") == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a; b"), (["a", "b", "c", "d"], "a; b; and 2 more")],
)
def test_recite(parts, text):
    assert recite(parts, most=2) == text
