"""Reads the corpora into articles whose words bear labels."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import regex

from .words import Word, split_words

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
ROLES = ("content", "cue", "source")
KINDS = ("person", "organization", "place")
# A name label is OUTSIDE, or 1 + 2 * kind at its first word, 2 + 2 * kind at the others.
NAME_LABELS = 1 + 2 * len(KINDS)
# What a loss function leaves out.
UNKNOWN = -100
NO_HEAD = -1

LINK = regex.compile(r"^(of|the|for|and|&|de|del|der|den|van|von|la|le|al|bin|ibn|el|di|da|du|[-’'.])$")
PARAGRAPH = regex.compile(r"[^\n]+")


@dataclass
class Paragraph:
    """The words of one paragraph; every list has one entry a word."""

    words: list[Word]
    roles: list[list[int]]
    names: list[int]
    # Of a content's word: its cue's first word, of a cue's first word: its source's first word, as an offset into the
    # article; NO_HEAD for none, UNKNOWN for words that are not asked.
    heads: list[int] = field(default_factory=list)


@dataclass
class LabelledArticle:
    id: str
    paragraphs: list[Paragraph]


@dataclass(frozen=True)
class NamesOfArticle:
    """Spans in code points; `unsure` are those of which nothing is to be learnt."""

    names: list[tuple[int, int, str]]
    unsure: list[tuple[int, int]]


def read_polnear(path: Path, names: dict[str, NamesOfArticle]) -> list[LabelledArticle]:
    """Articles with attributions. Of those that `names` has the names are labelled, too."""
    articles = (json.loads(line) for line in path.open(encoding="utf8"))
    return [_quoted_article(article, names.get(article["id"])) for article in articles]


def read_names(path: Path) -> dict[str, NamesOfArticle]:
    """What `corenlp_names.py` writes: one line an article, by its id."""
    lines = (json.loads(line) for line in path.open(encoding="utf8"))
    return {line["id"]: NamesOfArticle([tuple(n) for n in line["names"]], [tuple(u) for u in line["unsure"]]) for line in lines}


def read_gum(path: Path) -> list[LabelledArticle]:
    return [_named_article(json.loads(line)) for line in path.open(encoding="utf8")]


def _paragraphs(text: str) -> list[list[Word]]:
    found = (split_words(text, match.start(), match.end()) for match in PARAGRAPH.finditer(text))
    return [words for words in found if words]


def _quoted_article(article: dict, names: NamesOfArticle | None) -> LabelledArticle:
    labels: list[dict[int, int]] = [{} for _ in ROLES]
    heads: dict[int, int] = {}
    paragraphs = _paragraphs(article["text"])
    words = [word for paragraph in paragraphs for word in paragraph]
    for quote in article["quotes"]:
        inside = {role: [_within(words, span) for span in quote[role]] for role in ROLES}
        for role, label in zip(ROLES, labels):
            for span in inside[role]:
                label.update({word.start: BEGIN if i == 0 else INSIDE for i, word in enumerate(span)})
        cue = next((span[0].start for span in inside["cue"] if span), NO_HEAD)
        source = next((span[0].start for span in inside["source"] if span), NO_HEAD)
        heads.update({word.start: cue for span in inside["content"] for word in span})
        if cue != NO_HEAD:
            heads[cue] = source
    name_labels = _name_labels(words, names)
    return LabelledArticle(
        article["id"],
        [
            Paragraph(
                paragraph,
                [[label.get(word.start, OUTSIDE) for word in paragraph] for label in labels],
                [name_labels[word.start] for word in paragraph],
                [heads.get(word.start, UNKNOWN) for word in paragraph],
            )
            for paragraph in paragraphs
        ],
    )


def _name_labels(words: list[Word], names: NamesOfArticle | None) -> dict[int, int]:
    """By the words' first characters."""
    labels = {word.start: UNKNOWN if names is None else OUTSIDE for word in words}
    if names is None:
        return labels
    for span in names.unsure:
        labels.update({word.start: UNKNOWN for word in _within(words, span)})
    for start, end, kind in names.names:
        inside = _within(words, (start, end))
        labels.update({word.start: 1 + 2 * KINDS.index(kind) + (i > 0) for i, word in enumerate(inside)})
    return labels


def _within(words: list[Word], span: list[int] | tuple[int, int]) -> list[Word]:
    # Binary search would do; an article has some thousand words and some dozen quotes.
    return [word for word in words if word.start < span[1] and span[0] < word.end]


def _named_article(article: dict) -> LabelledArticle:
    paragraphs = _paragraphs(article["text"])
    words = [word for paragraph in paragraphs for word in paragraph]
    labels: dict[int, int] = {}
    for mention in _innermost(article["mentions"]):
        kind = KINDS.index(mention["type"])
        for i, word in enumerate(_name_around_head(words, mention)):
            labels[word.start] = 1 + 2 * kind + (i > 0)
    return LabelledArticle(
        article["id"],
        [
            Paragraph(
                paragraph,
                [[UNKNOWN] * len(paragraph) for _ in ROLES],
                [labels.get(word.start, OUTSIDE) for word in paragraph],
                [UNKNOWN] * len(paragraph),
            )
            for paragraph in paragraphs
        ],
    )


def _innermost(mentions: list[dict]) -> list[dict]:
    """Of names with the same key word ("the general's staff", "the general") the shortest, where it is of our kinds."""
    by_head: dict[int, dict] = {}
    for mention in (m for m in mentions if m["form"] == "name"):
        other = by_head.get(mention["headStart"])
        if other is None or mention["end"] - mention["start"] < other["end"] - other["start"]:
            by_head[mention["headStart"]] = mention
    return [mention for mention in by_head.values() if mention["type"] in KINDS]


def _name_around_head(words: list[Word], mention: dict) -> list[Word]:
    """A mention's noun phrase holds more than its name: its key word and the capitals joined to it are the name."""
    inside = _within(words, [mention["start"], mention["end"]])
    at = next((i for i, word in enumerate(inside) if word.end > mention["headStart"]), 0)
    first, last = _stretch(inside, at, -1), _stretch(inside, at, 1)
    return inside[first : last + 1]


def _stretch(words: list[Word], at: int, step: int) -> int:
    reached, next_word = at, at + step
    while 0 <= next_word < len(words):
        word = words[next_word].text
        if word[:1].isupper() or word[:1].isdigit():
            reached = next_word
        elif not LINK.match(word):
            break
        next_word += step
    return reached
