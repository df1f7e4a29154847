import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.charts.template import (
    ACTOR_PALETTE,
    CELL_INK,
    INK,
    KIND_COLOURS,
    OTHER_COLOUR,
    OUTLET_PALETTE,
    SCALE,
    STANCE_COLOURS,
    actor_colours,
    day_ticks,
    outlet_colours,
    pale,
    plain,
    shown,
    styled,
)

# Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color vision
# deficiency", the matrices of severity 1.
SIGHT = {
    "all cones": np.eye(3),
    "no long cones": [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ],
    "no medium cones": [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ],
    "no short cones": [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ],
}  # fmt: skip
PALETTES = {
    "outlets": OUTLET_PALETTE,
    "actors": ACTOR_PALETTE,
    "stances": tuple(STANCE_COLOURS.values()),
    "kinds": tuple(KIND_COLOURS.values()),
}


def linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def oklab(rgb: np.ndarray) -> np.ndarray:
    """Ottosson (2020), "A perceptual color space for image processing"."""
    to_cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    to_lab = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    return np.cbrt(np.clip(rgb, 0, 1) @ np.transpose(to_cones)) @ np.transpose(to_lab)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("palette", PALETTES)
def test_colours_of_a_palette_stay_apart(palette, sight):
    seen = [oklab(np.array(SIGHT[sight]) @ linear(colour)) for colour in PALETTES[palette]]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) > 0.1


@pytest.mark.parametrize("mode", INK)
@pytest.mark.parametrize("palette", PALETTES)
def test_colours_stand_out_from_the_page(palette, mode):
    assert min(contrast(colour, INK[mode]["paper"]) for colour in PALETTES[palette]) > 2


@pytest.mark.parametrize("mode", INK)
@pytest.mark.parametrize(("kind", "least"), [("text", 7), ("muted", 4.5)])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_can_be_read(mode, kind, least, ground):
    assert contrast(INK[mode][kind], INK[mode][ground]) >= least


@pytest.mark.parametrize("mode", SCALE)
def test_a_scale_leaves_the_page_step_by_step(mode):
    steps = [contrast(colour, INK[mode]["paper"]) for _, colour in SCALE[mode]]
    assert steps == sorted(steps)
    assert steps[0] < 1.3


@pytest.mark.parametrize("mode", SCALE)
def test_numbers_can_be_read_on_all_of_a_scale(mode):
    stops = SCALE[mode]
    mixed = [
        tuple((1 - at) * channel(one, i) + at * channel(other, i) for i in range(3))
        for (_, one), (_, other) in pairwise(stops)
        for at in np.linspace(0, 1, 11)
    ]
    colours = ["#" + "".join(f"{round(part):02x}" for part in rgb) for rgb in mixed]
    assert min(contrast(colour, CELL_INK[mode]) for colour in colours) >= 4.5


def channel(colour: str, number: int) -> int:
    return int(colour[1 + 2 * number : 3 + 2 * number], 16)


def entities(*rows):
    return pd.DataFrame(rows, columns=["entity_id", "n_mentions", "is_actor"])


def test_actor_colours_belong_to_the_most_mentioned_actors():
    table = entities(("quay", 99, False), ("ada", 2, True), ("bo", 7, True), ("cy", 7, True))
    assert actor_colours(table) == {
        "bo": ACTOR_PALETTE[0], "cy": ACTOR_PALETTE[1], "ada": ACTOR_PALETTE[2], "quay": OTHER_COLOUR,
    }  # fmt: skip


def test_there_are_more_actors_than_colours():
    table = entities(*[(f"a{i:02}", 50 - i, True) for i in range(20)])
    assert list(actor_colours(table).values())[len(ACTOR_PALETTE) :] == [OTHER_COLOUR] * (
        20 - len(ACTOR_PALETTE)
    )


def test_outlet_colours_do_not_hang_on_the_order_of_rows():
    table = pd.DataFrame({"outlet_id": ["post", "gazette", "herald"]})
    assert outlet_colours(table) == outlet_colours(table[::-1]) == dict(
        zip(["gazette", "herald", "post"], OUTLET_PALETTE, strict=False)
    )  # fmt: skip


@pytest.mark.parametrize(("days", "ticks"), [(1, {"dtick": 86_400_000}), (7, {"dtick": 86_400_000}), (8, {})])
def test_no_day_stands_twice_on_an_axis(days, ticks):
    first = pd.Timestamp("2024-03-04")
    assert day_ticks(first, first + pd.Timedelta(days=days)) == ticks


def test_pale_is_half_of_a_colour():
    assert pale("#ff8001") == "rgba(255,128,1,0.5)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"), ("a & b", "a &amp; b"), ("plain", "plain"), (3, "3")],
)
def test_plain_takes_the_markup_out(text, shown):
    assert plain(text) == shown


def test_styled_leaves_the_figure_alone():
    figure = go.Figure(go.Bar(x=[1], y=["a"]))
    before = figure.to_dict()
    assert styled(figure, "dark").layout.font.color is None
    assert styled(figure, "dark").layout.template.layout.font.color == INK["dark"]["text"]
    assert figure.to_dict() == before


def test_the_page_is_shown_the_styled_figure():
    figure = go.Figure(go.Bar(x=[1, 2], y=["a", "b"])).update_layout(height=300)
    before = figure.to_dict()
    assert shown(figure, "dark").to_dict() == styled(figure, "dark").to_dict()
    assert figure.to_dict() == before


def test_the_theme_of_the_page_is_that_of_the_charts():
    theme = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text())["theme"]
    for mode, ink in INK.items():
        assert theme[mode]["backgroundColor"] == ink["paper"]
        assert theme[mode]["secondaryBackgroundColor"] == ink["raised"]
        assert theme[mode]["textColor"] == ink["text"]
        assert theme[mode]["borderColor"] == ink["line"]
