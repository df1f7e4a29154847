import numpy as np
import pandas as pd
import pytest

from analysis import stats


def test_log_likelihood():
    # By hand: 10 against 5, then 0 against 7, in two corpora of 1,000 words.
    g2 = stats.log_likelihood(pd.Series([10, 0]), pd.Series([5, 7]), size_target=1000, size_reference=1000)
    assert g2.round(2).tolist() == [1.7, -9.7]


def test_log_likelihood_agrees_with_its_long_form():
    # Rayson and Garside's two terms, written out for a word of 12 in 800 and 30 in 4,000.
    expected = 42 * 800 / 4800, 42 * 4000 / 4800
    by_hand = 2 * (12 * np.log(12 / expected[0]) + 30 * np.log(30 / expected[1]))
    g2 = stats.log_likelihood(pd.Series([12]), pd.Series([30]), size_target=800, size_reference=4000)
    assert g2[0] == pytest.approx(by_hand)


def test_log_odds():
    # Two words, ten and twenty words a side, a prior of one and three pseudo-counts:
    # ln(5/9) - ln(3/21) for the first word, with the variance 1/5 + 1/3.
    odds = stats.log_odds(
        pd.Series([4, 6]),
        pd.Series([2, 18]),
        size_target=10,
        size_reference=20,
        prior=pd.Series([1.0, 3.0]),
    )
    delta, error = np.log(5 / 9) - np.log(3 / 21), np.sqrt(1 / 5 + 1 / 3)
    assert odds.loc[0].tolist() == pytest.approx(
        [delta, delta - 1.959964 * error, delta + 1.959964 * error, delta / error]
    )


def test_log_odds_of_equal_use_is_zero():
    odds = stats.log_odds(
        pd.Series([3, 7]),
        pd.Series([30, 70]),
        size_target=10,
        size_reference=100,
        prior=pd.Series([3.0, 7.0]),
    )
    assert odds["log_odds"].tolist() == pytest.approx([0.0, 0.0])


def test_a_stronger_prior_shrinks_the_log_odds():
    weak, strong = (
        stats.log_odds(
            pd.Series([4, 6]),
            pd.Series([2, 18]),
            size_target=10,
            size_reference=20,
            prior=pd.Series([0.2, 0.8]) * n,
        )["log_odds"].abs()
        for n in (1, 100)
    )
    assert (strong < weak).all()
