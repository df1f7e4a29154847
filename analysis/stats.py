"""Corpus statistics: counts in, numbers out. Knows nothing of articles."""

import numpy as np
import pandas as pd

Z95 = 1.959963984540054
"""The half-width of a 95 % interval in standard errors."""


def log_likelihood(
    n_target: pd.Series, n_reference: pd.Series, *, size_target: int, size_reference: int
) -> pd.Series:
    """Signed keyness G2: positive where a word is over-used in the target, in units of chi-square.

    The two-term form of Rayson and Garside (2000), "Comparing corpora using frequency profiling".
    """
    total = n_target + n_reference
    expected = total * size_target / (size_target + size_reference)
    g2 = 2 * (_xlogy(n_target, expected) + _xlogy(n_reference, total - expected))
    return g2.where(n_target >= expected, -g2)


def log_odds(
    n_target: pd.Series, n_reference: pd.Series, *, size_target: int, size_reference: int, prior: pd.Series
) -> pd.DataFrame:
    """Log-odds ratio with an informative Dirichlet prior: columns log_odds, low, high, z.

    `prior` holds the pseudo-counts of every word; `low` and `high` bound the 95 % interval.
    Positive values are over-used in the target. Equations 15, 16, 20 and 22 of Monroe, Colaresi
    and Quinn (2008), "Fightin' Words", Political Analysis 16(4).
    """
    weight = prior.sum()
    target, reference = n_target + prior, n_reference + prior
    delta = np.log(target / (size_target + weight - target)) - np.log(
        reference / (size_reference + weight - reference)
    )
    error = np.sqrt(1 / target + 1 / reference)
    return pd.DataFrame(
        {"log_odds": delta, "low": delta - Z95 * error, "high": delta + Z95 * error, "z": delta / error}
    )


def _xlogy(observed: pd.Series, expected: pd.Series) -> pd.Series:
    """observed * ln(observed / expected), taking 0 * ln 0 as 0."""
    ratio = (observed / expected).where(observed > 0, 1.0)
    return observed * np.log(ratio)
