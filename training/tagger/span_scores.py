"""A quick look while training: exact spans found in single windows, and heads put to the right word."""

import torch

from .articles import BEGIN, INSIDE, OUTSIDE, ROLES, UNKNOWN
from .batch import Batch
from .model import Tagger, label_heads


def score_windows(tagger: Tagger, batches: list[Batch]) -> dict[str, float]:
    """F1 of exact spans a role and for names (where labelled), and the share of right heads; 0..1."""
    tagger.eval()
    counts = {role: [0, 0, 0] for role in (*ROLES, "name")}
    right = asked = 0
    device = next(tagger.parameters()).device
    with torch.no_grad():
        for batch in batches:
            batch = batch.to(device)
            logits, scores = tagger(batch.ids, batch.mask, batch.cases)
            gold = [*batch.roles.unbind(1), batch.names]
            for count, head, labels in zip(counts.values(), label_heads(logits), gold):
                _count(count, head.argmax(-1), labels)
            known = batch.heads != UNKNOWN
            right += (scores.argmax(-1) == batch.heads)[known].sum().item()
            asked += known.sum().item()
    return {role: round(_f1(*count), 4) for role, count in counts.items()} | {"heads": round(right / max(asked, 1), 4)}


def _count(count: list[int], found: torch.Tensor, gold: torch.Tensor) -> None:
    for row, labels in zip(found, gold):
        known = labels != UNKNOWN
        a, b = spans_of(row[known].tolist()), spans_of(labels[known].tolist())
        count[0] += len(a & b)
        count[1] += len(a)
        count[2] += len(b)


def spans_of(labels: list[int]) -> set[tuple[int, int, int]]:
    """(kind, first, behind the last) of labels where odd numbers begin a span and the even ones behind them go on."""
    spans, begin = set(), None
    for i, label in enumerate([*labels, OUTSIDE]):
        goes_on = begin is not None and label == labels[begin] + INSIDE - BEGIN
        if begin is not None and not goes_on:
            spans.add((labels[begin], begin, i))
            begin = None
        if label % 2 == BEGIN:
            begin = i
    return spans


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0
