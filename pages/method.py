"""How the tables were made, how they were measured, and where they fail."""

import streamlit as st

from analysis import method
from analysis.charts.accuracy import draw_accuracy
from pages import markdown, open_page, show_chart, show_table

corpus = open_page("method", empty_ok=True)
build = corpus.build

st.header("Accuracy", anchor=False)
figures = method.accuracy_table(build)
if figures.empty:
    st.info(
        "No measurement was kept. This makes one: python -m analysis evaluate data/gold DIR --record FILE"
    )
else:
    st.write(markdown(method.measured_on(build)))
    show_chart(
        draw_accuracy(figures),
        name="accuracy",
        title="Agreement with the annotation",
        note="F1 for what had to be found, accuracy for what is said of what was found.",
        table=method.spell_accuracy(figures),
        alt=method.describe_accuracy(figures),
    )
    show_table(method.spell_accuracy(figures), name="accuracy-counts", title="The counts behind it")

st.header("What is known to go wrong", anchor=False)
for what, why in method.LIMITS.items():
    st.markdown(f"**{markdown(what)}.** {markdown(why)}")

st.header("Rules", anchor=False)
rules = method.count_rules(corpus, method.explain_rules())
if rules.empty:
    st.info("No rule has found anything in this selection.")
else:
    show_table(method.spell_rules(rules), name="rules", title="How often each rule was used here")
    st.subheader("How sure the rules are", anchor=False)
    for level, meaning in method.CONFIDENCES.items():
        st.markdown(f"**{level.capitalize()}**: {markdown(meaning)}.")
    show_table(method.count_confidence(corpus), name="confidence")

st.header("Texts, corrections and versions", anchor=False)
st.write(markdown(method.describe_policy(build)))
st.write(markdown(method.CORRECTIONS))
show_table(method.list_versions(build), name="versions")
