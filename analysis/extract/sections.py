"""Sections: which characters of an article file are the article, and which are the page around it.

Every visible character falls into exactly one section. In doubt it is body: a paragraph
taken for boilerplate is lost to every count, boilerplate taken for body adds a name at most.
"""

import re
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from ..knowledge.boilerplate import Boilerplate
from ..pieces import Remembered
from ..records import Section

Span = tuple[int, int, Section]

INVISIBLE = (
    " \t\r\n\f\v\x1c\x1d\x1e\x85\xa0\xad\ufeff"
    "\u2002\u2003\u2009\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f"
)
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=\S)")
_NOTES = re.compile(r"(?:\s?\[\d{1,3}\])+\Z")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|[a-z]{2,3})){1,3}")

STOPS = (".", "!", "?", "…", '"', "”", "»")
COMPARED = 300  # characters of a line whose words are compared with others
COUNTED = 200  # characters of a line whose words are counted one by one: in a longer one the blanks will do
PROSE_WORDS = 4  # a line that ends like a sentence is prose from here on
LONG_WORDS = 25  # and any line from here on
HEADLINE_WORDS = 30
TAIL_WORDS = 14  # a line below the article, without a stop
TOP_LINES = 15
SAME = 0.75  # share of words that two wordings of a headline have in common
REST_FROM = 0.4  # a heading of links closes the article from this share of its words on
RESUMES_SHARE = 0.4  # of the words before a heading follow it where the article goes on
TAIL_SHARE = 0.4  # and no more than this share of the words is cut off without a pattern


@dataclass(slots=True)
class Line:
    """A line, or the part of one that was split off; `section` where that is certain already."""

    start: int
    end: int
    text: str
    n_words: int
    section: Section | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are compared with those of other lines, in lower case."""
        return _words(self.text[:COMPARED])

    def says(self, words: tuple[str, ...]) -> bool:
        """Whether these are the words of the line."""
        return self.n_words == len(words) and self.words == words

    def begins_with(self, words: tuple[str, ...]) -> bool:
        """Whether the line says these words and more."""
        return self.n_words > len(words) and self.words[: len(words)] == words

    @property
    def has_stop(self) -> bool:
        if self.text.endswith(STOPS):
            return True
        text = _NOTES.sub("", self.text) if self.text.endswith("]") else self.text
        return text.rstrip("\"'”’»)]").endswith(STOPS)

    @property
    def is_prose(self) -> bool:
        return self.is_long or (self.n_words >= PROSE_WORDS and self.has_stop)

    @property
    def is_long(self) -> bool:
        return self.n_words >= LONG_WORDS


def find_sections(text: str, *, title: str, author: str, boilerplate: Boilerplate) -> list[Span]:
    """Split a text into sections, in order, one span a line or part of a line."""
    markup = _find_markup(text, boilerplate)
    lines = _read_lines(_mask(text, markup))
    lines, headline = _split_headline(lines, title, boilerplate)
    lines = _split_edges(lines, headline, boilerplate)
    lines = _split_last(lines, boilerplate)
    labels = _label(lines, headline, author=author, boilerplate=boilerplate)
    spans: list[Span] = list(markup)
    for line, section in zip(lines, labels, strict=True):
        spans += _outside(line.start, line.end, markup, section)
    trimmed = (_trim(text, start, end, section) for start, end, section in spans)
    return sorted(span for span in trimmed if span[0] < span[1])


# Lines


def _find_markup(text: str, boilerplate: Boilerplate) -> list[Span]:
    """Tags, shortcodes and code, none overlapping another."""
    found: list[Span] = []
    for start, end, section in boilerplate.spans(text):
        if not found or start >= found[-1][1]:
            found.append((start, end, section))
    return found


def _mask(text: str, markup: list[Span]) -> str:
    """The text with blanks in place of markup, so that offsets stay."""
    parts, done = [], 0
    for start, end, _ in markup:
        breaks = "".join(mark if mark in "\r\n" else " " for mark in text[start:end])
        parts += [text[done:start], breaks]
        done = end
    return "".join([*parts, text[done:]])


def _read_lines(text: str) -> list[Line]:
    """The lines that show anything."""
    lines = (_line(text, *match.span()) for match in _LINE.finditer(text))
    return [line for line in lines if line.text]


def _line(text: str, start: int, end: int, *, base: int = 0, section: Section | None = None) -> Line:
    """A line without the blanks at its edges. `base` is the offset of `text` in the file."""
    content = text[start:end].lstrip(INVISIBLE)
    start = end - len(content)
    content = content.rstrip(INVISIBLE)
    end = start + len(content)
    n_words = len(_words(content)) if len(content) <= COUNTED else content.count(" ") + 1
    return Line(base + start, base + end, content, n_words, section)


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(chain.from_iterable(map(_WORDS_OF.__getitem__, text.split())))


def _words_of(piece: str) -> list[str]:
    return _WORD.findall(piece.lower())


_WORDS_OF = Remembered(_words_of)
"""The words of what stands between two blanks."""


def _split(line: Line, at: int, *, first: Section | None, second: Section | None = None) -> list[Line]:
    """A line as two, at an index of its text; empty parts are left out."""
    parts = [
        _line(line.text, 0, at, base=line.start, section=first),
        _line(line.text, at, len(line.text), base=line.start, section=second),
    ]
    return [part for part in parts if part.text]


def _trim(text: str, start: int, end: int, section: Section) -> Span:
    content = text[start:end].rstrip(INVISIBLE)
    end = start + len(content)
    return end - len(content.lstrip(INVISIBLE)), end, section


def _outside(start: int, end: int, markup: list[Span], section: Section) -> list[Span]:
    """The parts of a span that no markup covers."""
    parts = []
    for first, last, _ in markup:
        if first >= end:
            break
        if last > start:
            parts.append((start, first, section))
            start = max(start, last)
    return [*parts, (start, end, section)]


# The headline


def _split_headline(lines: list[Line], title: str, boilerplate: Boilerplate) -> tuple[list[Line], int | None]:
    """The lines with whatever was glued to the headline apart, and the index of the headline."""
    wanted = _words(title)
    if wanted:
        for index, line in enumerate(lines[:TOP_LINES]):
            words = line.words
            if words[: len(wanted)] == wanted and len(words) > len(wanted):
                end = list(_WORD.finditer(line.text))[len(wanted) - 1].end()
                end += len(line.text[end:]) - len(line.text[end:].lstrip("?!.\"'”’)…"))
                return [*lines[:index], *_split(line, end, first="headline"), *lines[index + 1 :]], index
            if _same_words(words, wanted) >= SAME or _is_start(words, wanted):
                return lines, index
    return lines, _guess_headline(lines[:TOP_LINES], boilerplate)


def _guess_headline(lines: list[Line], boilerplate: Boilerplate) -> int | None:
    """The first line that could be a headline. A line of its own that comes again is a better guess."""
    candidates = []
    for index, line in enumerate(lines):
        if line.is_prose and not line.text.endswith(("?", "!", '"', "”")):
            break
        if line.n_words <= HEADLINE_WORDS and not boilerplate.section(line.text, places=("top", "any")):
            candidates.append(index)
    if not candidates or len(lines) == 1:
        return None
    again = [index for index in candidates if _comes_again(lines, index)]
    if again and lines[again[0]].n_words > PROSE_WORDS:
        return again[0]
    short = lines[candidates[0]].n_words < PROSE_WORDS
    if short and len(candidates) > 1 and lines[candidates[1]].n_words > PROSE_WORDS:
        return candidates[1]
    return candidates[0]


def _comes_again(lines: list[Line], index: int) -> bool:
    words = lines[index].words
    return any(line.says(words) for line in lines[index + 1 :])


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Share of the words that two lines have in common, of the longer one."""
    ones, others = set(one), set(other)
    return len(ones & others) / max(len(ones), len(others), 1)


def _is_start(words: tuple[str, ...], of: tuple[str, ...]) -> bool:
    """Whether a line is the title without the name of the site that follows it."""
    return PROSE_WORDS <= len(words) < len(of) and of[: len(words)] == words


# Datelines and credits inside a line


def _split_edges(lines: list[Line], headline: int | None, boilerplate: Boilerplate) -> list[Line]:
    """The lines with datelines before the first paragraphs and credits after a paragraph apart."""
    parts: list[Line] = []
    paragraphs = 0
    title = () if headline is None else lines[headline].words
    for index, line in enumerate(lines):
        if index != headline and line.section is None:
            if paragraphs < 2 and (found := boilerplate.prefix(line.text)):
                parts += _split(line, found[1], first=found[2])
                line = parts.pop()
            if not paragraphs and (end := _headline_end(line, title)):
                parts += _split(line, end, first="boilerplate")
                line = parts.pop()
            paragraphs += line.is_prose
            where = ("any", "end") if index >= len(lines) - 3 else ("any",)
            if line.section is None and (suffix := boilerplate.suffix(line.text, places=where)):
                parts += _split(line, suffix[0], first=None, second=suffix[2])
                continue
        parts.append(line)
    return parts


def _headline_end(line: Line, title: tuple[str, ...]) -> int:
    """The end of the headline at the head of the first paragraph, before a new sentence; 0 without one."""
    if len(title) < PROSE_WORDS or not line.begins_with(title):
        return 0
    end = list(_WORD.finditer(line.text))[len(title) - 1].end()
    rest = line.text[end:].lstrip("?!.\"'”’)…")
    end = len(line.text) - len(rest)
    return end if rest.lstrip()[:1].isupper() else 0


def _split_last(lines: list[Line], boilerplate: Boilerplate) -> list[Line]:
    """The lines with navigation that was glued to the last paragraph apart."""
    backwards = range(len(lines) - 1, -1, -1)
    last = next((i for i in backwards if lines[i].is_prose or _SENTENCE_END.search(lines[i].text)), None)
    if last is None or lines[last].section:
        return lines
    line, cut = lines[last], None
    for found in reversed(list(_SENTENCE_END.finditer(line.text))):
        sentence = line.text[found.end() : cut]
        if not (boilerplate.section(sentence, places=("end", "any")) or _is_navigation(sentence)):
            break
        cut = found.end()
    if cut is None:
        return lines
    return [*lines[:last], *_split(line, cut, first=None, second="boilerplate"), *lines[last + 1 :]]


def _is_navigation(text: str) -> bool:
    """Whether words stand side by side without a sentence: capitals, and no stop."""
    words = [word for word in text.split() if word[0].isalpha() and len(word) >= PROSE_WORDS]
    n_capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and n_capitals >= SAME * len(words) and not text.rstrip().endswith(STOPS)


# Labels


def _label(
    lines: list[Line], headline: int | None, *, author: str, boilerplate: Boilerplate
) -> list[Section]:
    """A section for every line: from the top down to the first paragraph, from the end up to the last."""
    name = _words(author)
    title = lines[headline].words if headline is not None else ()
    top = _label_top(lines, headline, author=name, boilerplate=boilerplate)
    end = _label_end(lines, len(top), author=name, boilerplate=boilerplate)
    middle = lines[len(top) : len(lines) - len(end)]
    return [*top, *(_label_middle(line, title, boilerplate) for line in middle), *end]


def _label_top(
    lines: list[Line], headline: int | None, *, author: tuple[str, ...], boilerplate: Boilerplate
) -> list[Section]:
    """Sections of the lines above the first paragraph."""
    labels: list[Section] = []
    title = lines[headline].words if headline is not None else ()
    for index, line in enumerate(lines):
        if index == headline:
            labels.append("headline")
        elif index < (headline or 0):
            labels.append("body" if line.is_prose else _known(line, author, boilerplate) or "boilerplate")
        elif line.says(title):
            labels.append("boilerplate")
        elif known := _known(line, author, boilerplate):
            labels.append(known)
        elif not line.is_prose and line.n_words <= TAIL_WORDS:
            labels.append("standfirst" if title and line.n_words > PROSE_WORDS else "boilerplate")
        elif _is_standfirst(lines, index, title, author, boilerplate):
            labels.append("standfirst")
        else:
            break
        if len(labels) >= TOP_LINES:
            break
    return labels


def _known(line: Line, author: tuple[str, ...], boilerplate: Boilerplate) -> Section | None:
    """The section of a line above the first paragraph, if its wording tells."""
    if line.section or (author and line.says(author)):
        return line.section or "credit"
    return None if line.is_long else boilerplate.section(line.text, places=("top", "any"))


def _is_standfirst(
    lines: list[Line], index: int, title: tuple[str, ...], author: tuple[str, ...], boilerplate: Boilerplate
) -> bool:
    """Whether a paragraph says the headline again, or stands between it and dates, names and credits."""
    if not title or lines[index].n_words > 2 * LONG_WORDS:
        return False
    if _same_words(lines[index].words, title) >= SAME:
        return True
    if index and lines[index - 1].section == "dateline" and lines[index - 1].end > lines[index].start - 3:
        return False
    for line in lines[index + 1 : index + 3]:
        if line.says(title) or _known(line, author, boilerplate) in ("credit", "dateline"):
            return True
        if line.is_long:
            return False
    return False


def _label_middle(line: Line, title: tuple[str, ...], boilerplate: Boilerplate) -> Section:
    if line.section:
        return line.section
    if line.says(title) and not line.is_prose:
        return "boilerplate"
    return (not line.is_long and boilerplate.section(line.text, places=("any",))) or "body"


def _label_end(
    lines: list[Line], first: int, *, author: tuple[str, ...], boilerplate: Boilerplate
) -> list[Section]:
    """Sections of the lines below the last paragraph, `first` being the first paragraph."""
    byline = _find_byline(lines, first, author, boilerplate)
    cut = min(byline, _find_rest(lines, first, boilerplate))
    labels: list[Section] = []
    for index, line in enumerate(lines[cut:], cut):
        known = line.section or boilerplate.section(line.text, places=("rest", "end", "any"))
        labels.append(known or ("credit" if index == byline and _is_name(line, author) else "boilerplate"))
    spare = TAIL_SHARE * sum(line.n_words for line in lines)
    for index in range(cut - 1, first, -1):
        section, n_unknown = _tail_section(lines, index, author, boilerplate)
        spare -= n_unknown
        if section is None or spare < 0:
            break
        labels.insert(0, section)
    return labels


def _is_name(line: Line, author: tuple[str, ...]) -> bool:
    return line.says(author) or _NAME.fullmatch(line.text) is not None


def _tail_section(
    lines: list[Line], index: int, author: tuple[str, ...], boilerplate: Boilerplate
) -> tuple[Section | None, int]:
    """Section of a line that only the tail follows, None where it is a paragraph; words taken on trust."""
    line = lines[index]
    if line.section and line.section != "body":
        return line.section, 0
    if section := boilerplate.section(line.text, places=("end", "any", "rest")):
        return section, 0
    if author and line.says(author):
        return "credit", 0
    if line.has_stop or line.text.endswith(":") or line.n_words > TAIL_WORDS:
        return None, 0
    signs = _NAME.fullmatch(line.text) and lines[index - 1].is_prose
    return ("credit" if signs else "boilerplate"), line.n_words


def _find_byline(lines: list[Line], first: int, author: tuple[str, ...], boilerplate: Boilerplate) -> int:
    """Index of the line below the article that names its author, with all that follows about them."""
    shares = _shares_before(lines)
    for index in range(first + 1, len(lines)):
        if shares[index] < REST_FROM:
            continue
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        line = lines[index]
        if author and (line.says(author) or line.begins_with(author)):
            signs = line.says(author) or boilerplate.section(line.text, places=("end",))
        else:
            signs = _NAME.fullmatch(line.text) and (
                below == line.text or boilerplate.section(below, places=("end",))
            )
        if signs and not _resumes(lines, index):
            return index
    return len(lines)


def _find_rest(lines: list[Line], first: int, boilerplate: Boilerplate) -> int:
    """Index of the first heading after which no article follows."""
    shares = _shares_before(lines)
    for index in range(first + 1, len(lines)):
        if shares[index] < REST_FROM or lines[index].is_long:
            continue
        if boilerplate.section(lines[index].text, places=("rest",)) and not _resumes(lines, index):
            return index
    return len(lines)


def _resumes(lines: list[Line], index: int) -> bool:
    """Whether the article goes on below a heading: two paragraphs in a row, or a good part of the text."""
    prose = [line.is_prose and line.n_words >= LONG_WORDS - 5 for line in lines[index + 1 :]]
    n_words = sum(line.n_words for line, long in zip(lines[index + 1 :], prose, strict=True) if long)
    pair = any(one and two for one, two in pairwise(prose))
    share = n_words / max(sum(line.n_words for line in lines[:index]), 1)
    return share > (RESUMES_SHARE / 2 if pair else RESUMES_SHARE)


def _shares_before(lines: list[Line]) -> list[float]:
    """For each line, the share of the words that stand before it."""
    counts = [0, *accumulate(line.n_words for line in lines)]
    return [count / max(counts[-1], 1) for count in counts]
