"""Packs paragraphs into windows of word pieces, the model's inputs."""

import random
from dataclasses import dataclass

from tokenizers import Tokenizer

from .articles import NO_HEAD, UNKNOWN, LabelledArticle, Paragraph
from .words import letter_case

MAX_PIECES = 192
# A word of more pieces (an address, a rule of dashes) is cut: its first piece bears the label.
MAX_WORD_PIECES = 8


@dataclass
class Window:
    """All lists have one entry a word piece; labels are UNKNOWN but at the first piece of a word."""

    pieces: list[int]
    cases: list[int]
    roles: list[list[int]]
    names: list[int]
    heads: list[int]


class WindowPacker:
    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._pieces_of: dict[str, list[int]] = {}
        self._cls = tokenizer.token_to_id("[CLS]")
        self._sep = tokenizer.token_to_id("[SEP]")

    def pack(self, article: LabelledArticle, shuffle: random.Random | None = None) -> list[Window]:
        """Consecutive paragraphs share a window while there is room; `shuffle` lets windows begin elsewhere each time."""
        groups: list[list[Paragraph]] = []
        room = 0
        for paragraph in self._cut(article.paragraphs):
            size = self._size(paragraph) + 1
            if not groups or size > room or (shuffle and shuffle.random() < 0.05):
                groups.append([])
                room = MAX_PIECES - 1
            groups[-1].append(paragraph)
            room -= size
        return [self._window(group) for group in groups]

    def _size(self, paragraph: Paragraph) -> int:
        return sum(len(self.pieces(word.text)) for word in paragraph.words)

    def pieces(self, word: str) -> list[int]:
        if word not in self._pieces_of:
            self._pieces_of[word] = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_WORD_PIECES]
        return self._pieces_of[word]

    def _cut(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """Cuts a paragraph longer than a window behind its last stop that fits, else where it is full."""
        out: list[Paragraph] = []
        for paragraph in paragraphs:
            begin, size, stop = 0, 0, 0
            for i, word in enumerate(paragraph.words):
                size += len(self.pieces(word.text))
                if size > MAX_PIECES - 2:
                    cut = stop if stop > begin else i
                    out.append(_part(paragraph, begin, cut))
                    begin, stop = cut, 0
                    size = sum(len(self.pieces(w.text)) for w in paragraph.words[begin : i + 1])
                if word.text in (".", "?", "!"):
                    stop = i + 1
            out.append(_part(paragraph, begin, len(paragraph.words)))
        return [paragraph for paragraph in out if paragraph.words]

    def _window(self, paragraphs: list[Paragraph]) -> Window:
        window = Window([self._cls], [0], [[UNKNOWN] for _ in range(3)], [UNKNOWN], [UNKNOWN])
        position = {NO_HEAD: 0}
        heads: list[tuple[int, int]] = []
        for paragraph in paragraphs:
            for i, word in enumerate(paragraph.words):
                pieces = self.pieces(word.text)
                if not pieces:
                    continue
                at = len(window.pieces)
                position[word.start] = at
                heads.append((at, paragraph.heads[i]))
                rest = [UNKNOWN] * (len(pieces) - 1)
                window.pieces += pieces
                window.cases += [letter_case(word.text)] * len(pieces)
                for role, labels in zip(window.roles, paragraph.roles):
                    role += [labels[i], *rest]
                window.names += [paragraph.names[i], *rest]
            window.pieces.append(self._sep)
            window.cases.append(0)
            for labels in (*window.roles, window.names):
                labels.append(UNKNOWN)
        window.heads = [UNKNOWN] * len(window.pieces)
        for at, head in heads:
            window.heads[at] = position.get(head, UNKNOWN)
        return window


def _part(paragraph: Paragraph, begin: int, end: int) -> Paragraph:
    return Paragraph(
        paragraph.words[begin:end],
        [labels[begin:end] for labels in paragraph.roles],
        paragraph.names[begin:end],
        paragraph.heads[begin:end],
    )
