import pandas as pd

from pages.frame.show import number_formats


def test_numbers_are_written_with_their_unit():
    table = pd.DataFrame({"Words": [1200], "Share": [0.25], "Deviation": [0.25], "Source": ["Gazette"]})
    assert number_formats(table) == {"Words": "%,d", "Share": "percent"}
