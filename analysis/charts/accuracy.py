"""The measured figures with their intervals."""

import pandas as pd
import plotly.graph_objects as go

from .template import Trace, plain

ROW = 28
AXIS = 90
ROOM = 56  # for a number beside the mark at 1
FILL = "rgb(54,120,156)"


def draw_accuracy(table: pd.DataFrame) -> go.Figure:
    """A dot for each value between 0 and 1, its 95 % interval as a line; counts of errors are left out."""
    rows = table[(table["measure"] != "count") & table["value"].notna()]
    low, high = rows["low"].fillna(rows["value"]), rows["high"].fillna(rows["value"])
    names = [plain(name) for name in rows["layer"]]
    dots: Trace = dict(
        type="scatter",
        x=rows["value"].tolist(),
        y=names,
        mode="markers",
        cliponaxis=False,
        marker={"color": FILL, "size": 10},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": (high - rows["value"]).clip(lower=0).tolist(),
            "arrayminus": (rows["value"] - low).clip(lower=0).tolist(),
            "color": FILL,
            "thickness": 2,
        },
        customdata=list(zip(rows["measure"], low, high, rows["annotated"], strict=True)),
        hovertemplate="%{y}<br>%{customdata[0]} %{x:.3f}<br>95%: %{customdata[1]:.3f} to %{customdata[2]:.3f}"
        "<br>%{customdata[3]} annotated<extra></extra>",
    )
    numbers: Trace = dict(
        type="scatter",
        x=high.tolist(),
        y=names,
        mode="text",
        text=[f"  {value:.3f}" for value in rows["value"]],
        textposition="middle right",
        cliponaxis=False,
        hoverinfo="skip",
    )
    begin = 0.25 * int(4 * low.min()) if len(rows) and low.min() < 1 else 0.75 * bool(len(rows))
    reach = [begin, 1 + 0.02 * (1 - begin)]
    layout = dict(
        height=ROW * len(rows) + AXIS,
        showlegend=False,
        margin_r=ROOM,
        xaxis=dict(title="F1 or accuracy (1 is perfect)", range=reach, tick0=0, dtick=0.25),
        yaxis=dict(autorange="reversed", type="category"),
    )
    return go.Figure([dots, numbers], layout)
