from dataclasses import replace

import pytest

from analysis.headlines import compare_headlines, find_contrasts


@pytest.mark.parametrize(
    ("first", "second", "contrast"),
    [
        ("Norland holding no talks on old quay", "Talks on old quay: Norland is ready",
         (["Norland", "talks", "old", "quay"], ["no"])),
        ("Norland sells the old quay", "Norland isn’t selling the old quay",
         (["Norland", "sells", "old", "quay"], ["isn’t"])),
        ("Norland denies sale of the quay", "Norland begins sale of the quay",
         (["Norland", "sale", "quay"], ["denies"])),
        ("Norland sells the old quay", "Norland sold the old quay", None),  # neither denies
        ("No talks on the old quay", "Norland never sells the old quay", None),  # both do
        ("No rain in Norland", "Norland sells the old quay", None),  # about something else
        ("No fog", "Fog", None),  # too short to tell
        ("", "", None),
    ],
)  # fmt: skip
def test_compare_headlines(first, second, contrast):
    assert compare_headlines(first, second, denials={"deny"}) == contrast


@pytest.mark.parametrize(
    ("titles", "texts"),
    [
        ({"a1": "Norland keeps old quay open", "a3": "Norland keeps no old quay open"},
         ["The Gazette and Herald & Sons share 40 words under opposite headlines: “Norland keeps old quay open” "
          "and “Norland keeps no old quay open”. Both have Norland, keeps, old, quay and open; only one has "
          "“no”."]),
        ({"a1": "Norland keeps old quay open", "a2": "Norland keeps no old quay open"}, []),  # a2 shares nothing
    ],
)  # fmt: skip
def test_contrasts_stand_over_shared_passages(corpus, titles, texts):
    told = replace(
        corpus, articles=corpus.articles.assign(title=lambda rows: rows["article_id"].map(titles).fillna(""))
    )
    assert [contrast.text for contrast in find_contrasts(told)] == texts
