"""
Names of people, organizations and places in news, as Stanford CoreNLP finds them, made agree within each article:
python -m tagger.corenlp_names --polnear FILE --corenlp FOLDER --out FILE
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import regex

KIND_OF = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place"}
# Nationalities, parties, works, events: GUM counts some of them as names and some not.
UNCERTAIN = "MISC"
# A text is called one kind of thing throughout its article where this share of its mentions are.
AGREED = 0.75

Span = tuple[int, int]
Name = tuple[int, int, str]


def names_of_articles(articles: list[tuple[str, dict]]) -> Iterator[dict[str, list]]:
    """
    Of each text and what CoreNLP says of it. `names` are (start, end, kind) and `unsure` (start, end), in code points; none
    overlaps another.
    """
    read = [(text, *_spans(text, document)) for text, document in articles]
    adjectives = _adjectives(read)
    return (_names_of_article(text, found, unsure, adjectives) for text, found, unsure in read)


def _adjectives(read: list[tuple[str, list[Name], list[Span]]]) -> set[str]:
    """Texts that the whole collection has as uncertain ones as often as not: "Republican", which is a party's name at times."""
    names = Counter(text[start:end] for text, found, _ in read for start, end, _ in found)
    uncertain = Counter(text[start:end] for text, _, unsure in read for start, end in unsure)
    return {text for text, count in uncertain.items() if count >= names[text]}


def _names_of_article(text: str, found: list[Name], unsure: list[Span], adjectives: set[str]) -> dict[str, list]:
    kinds = {name: None if name in adjectives else kind for name, kind in _agreed_kinds(text, found).items()}
    names = [(start, end, kinds[text[start:end]]) for start, end, _ in found if kinds[text[start:end]]]
    unsure += [(start, end) for start, end, _ in found if not kinds[text[start:end]]]
    unsure += _missed(text, names, unsure)
    return {"names": sorted(names), "unsure": sorted(unsure)}


def _spans(text: str, document: dict) -> tuple[list[Name], list[Span]]:
    """Tokens of one label side by side in a sentence are one name."""
    code_points = _code_points(text)
    runs: list[tuple[int, int, str]] = []
    for sentence in document["sentences"]:
        before = "O"
        for token in sentence["tokens"]:
            start, end = code_points[token["characterOffsetBegin"]], code_points[token["characterOffsetEnd"]]
            if token["ner"] == before and before in (*KIND_OF, UNCERTAIN):
                runs[-1] = (runs[-1][0], end, before)
            elif token["ner"] in (*KIND_OF, UNCERTAIN):
                runs.append((start, end, token["ner"]))
            before = token["ner"]
    names = [(start, end, KIND_OF[label]) for start, end, label in runs if label in KIND_OF]
    return names, [(start, end) for start, end, label in runs if label == UNCERTAIN]


def _code_points(text: str) -> list[int]:
    """The code point at each UTF-16 offset: Java counts in the latter."""
    places: list[int] = []
    for i, sign in enumerate(text):
        places += [i] * (1 if ord(sign) < 0x10000 else 2)
    return [*places, len(text)]


def _agreed_kinds(text: str, found: list[Name]) -> dict[str, str | None]:
    """The kind of each text; None where its mentions don't agree, or where it is also the surname of somebody named in full."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, kind in found:
        counts[text[start:end]][kind] += 1
    surnames = {name.split()[-1] for name in counts if " " in name and counts[name]["person"]}
    return {name: _agreed(kinds, name in surnames) for name, kinds in counts.items()}


def _agreed(kinds: Counter[str], is_surname: bool) -> str | None:
    kind, count = kinds.most_common(1)[0]
    if is_surname and kind != "person":
        return None
    return kind if count >= AGREED * kinds.total() else None


def _missed(text: str, names: list[Name], unsure: list[Span]) -> list[Span]:
    """Where a text that is a name elsewhere in the article stands outside all names."""
    taken = {i for start, end, *_ in (*names, *unsure) for i in range(start, end)}
    texts = sorted({text[start:end] for start, end, _ in names}, key=len, reverse=True)
    if not texts:
        return []
    anywhere = regex.compile(r"(?<!\w)(?:" + "|".join(regex.escape(name) for name in texts) + r")(?!\w)")
    return [match.span() for match in anywhere.finditer(text) if taken.isdisjoint(range(*match.span()))]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tagger.corenlp_names", description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="articles with attributions, one a line")
    parser.add_argument("--corenlp", type=Path, required=True, help="folder with CoreNLP's JSON, NUMBER.txt.json for each line from 0")
    parser.add_argument("--out", type=Path, required=True, help="one line an article: {id, names, unsure}")
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.polnear.open(encoding="utf8")]
    files = (options.corenlp / f"{number}.txt.json" for number in range(len(articles)))
    documents = (json.loads(file.read_text(encoding="utf8")) for file in files)
    texts = [(article["text"], document) for article, document in zip(articles, documents)]
    with options.out.open("w", encoding="utf8") as out:
        for article, names in zip(articles, names_of_articles(texts)):
            print(json.dumps({"id": article["id"], **names}), file=out)


if __name__ == "__main__":
    main()
