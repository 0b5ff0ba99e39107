"""Splits text into words with offsets, in the very way of src/inference/tagging/split-words.ts."""

from dataclasses import dataclass

import regex

# A run of letters, digits and their combining marks, or one other sign.
WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]")


@dataclass(frozen=True)
class Word:
    text: str
    start: int
    end: int


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end]; offsets are into the whole text, in code points."""
    return [Word(match.group(), match.start(), match.end()) for match in WORD.finditer(text, start, end)]


def letter_case(word: str) -> int:
    """0 for words in small letters and signs, 1 for a capital first, 2 for two capitals or more and nothing else."""
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 0
