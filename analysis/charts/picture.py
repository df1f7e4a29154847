"""A figure on its way out of the page: the data of a picture, and an interactive part of an HTML page."""

import json

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from .template import CONFIG, PICTURE_FONT, styled

Figure = go.Figure
WIDTH, HEIGHT = 1200, 675


def plotly_script() -> str:
    """The drawing library, as it comes with the Python package."""
    return get_plotlyjs()


def picture(figure: go.Figure) -> dict[str, object]:
    """The figure as a reader's browser needs it to draw a picture: light, wide, in fonts of every machine."""
    light = json.loads(styled(figure, "light", font=PICTURE_FONT).to_json())
    layout = {key: value for key, value in light["layout"].items() if key != "title"}
    layout |= {"width": WIDTH, "height": layout.get("height") or HEIGHT}
    return light | {"layout": layout, "config": CONFIG | {"responsive": False}}


def to_html(figure: go.Figure) -> str:
    """The figure as a part of an HTML page, with the drawing library inside."""
    light = styled(figure, "light", font=PICTURE_FONT)
    return light.to_html(full_html=False, include_plotlyjs=True, config=CONFIG, div_id="chart")
