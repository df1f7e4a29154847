"""Tables to Plotly figures. The only package that imports plotly."""
