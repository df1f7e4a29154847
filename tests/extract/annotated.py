"""Invented articles with their annotation in the text, for tests of what rests on mentions and statements."""

import re
from types import SimpleNamespace
from typing import NamedTuple

from analysis.records import Mention, Statement

_MARK = re.compile(r"\{(?P<speakers>[\w|-]*) (?P<lemma>[\w-]+): (?P<content>[^{}]*)\}")


class Annotated(NamedTuple):
    text: str
    article: SimpleNamespace
    options: dict[str, object]  # sentences, mentions, statements


def annotate(marked: str, names: dict[str, tuple[str, str]]) -> Annotated:
    """Read a text in which `{ida-kay say: the quay is safe}` marks a statement; `names` are id and type by name.

    A line is a sentence. Longer names win.
    """
    text, statements = _statements(marked)
    sentences = [match.span() for match in re.finditer(r"[^\n]+", text)]
    number = lambda at: next(i for i, (a, b) in enumerate(sentences) if a <= at < b)  # noqa: E731
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    mentions = [
        Mention(
            "a1",
            m.start(),
            m.end(),
            m.group(),
            *names[m.group()],
            "name",
            "body",
            number(m.start()),
            "",
            "",
            "alias",
            "certain",
            False,
        )
        for m in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", text)
    ]
    statements = [s._replace(sentence=number(s.start)) for s in statements]
    options = {"sentences": sentences, "mentions": mentions, "statements": statements}
    return Annotated(text, SimpleNamespace(article_id="a1"), options)


def _statements(marked: str) -> tuple[str, list[Statement]]:
    text, done, statements = "", 0, []
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        start, content = len(text), match["content"]
        text, done = text + content, match.end()
        statements.append(
            Statement(
                f"s{len(statements)}",
                "a1",
                "indirect",
                start,
                len(text),
                content,
                [s for s in match["speakers"].split("|") if s],
                None,
                None,
                "",
                "name",
                "",
                match["lemma"],
                None,
                None,
                match["lemma"],
                "",
                [],
                "",
                "",
                0,
                0,
                0,
                "test",
                "certain",
                False,
            )
        )
    return text + marked[done:], statements
