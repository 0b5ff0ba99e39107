"""Windows of like length, side by side as tensors."""

from dataclasses import dataclass, fields

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from .articles import UNKNOWN
from .windows import Window

BATCH_WINDOWS = 16


@dataclass(frozen=True)
class Batch:
    """All are [windows, pieces], but `roles`, which is [windows, 3, pieces]."""

    ids: Tensor
    mask: Tensor
    cases: Tensor
    roles: Tensor
    names: Tensor
    heads: Tensor

    def to(self, device: torch.device) -> "Batch":
        return Batch(**{field.name: getattr(self, field.name).to(device) for field in fields(self)})


def batch_of(windows: list[Window]) -> Batch:
    ids = _padded([window.pieces for window in windows], 0)
    return Batch(
        ids=ids,
        mask=(ids != 0).long(),
        cases=_padded([window.cases for window in windows], 0),
        roles=torch.stack([_padded([window.roles[i] for window in windows], UNKNOWN) for i in range(3)], 1),
        names=_padded([window.names for window in windows], UNKNOWN),
        heads=_padded([window.heads for window in windows], UNKNOWN),
    )


def batches_of(windows: list[Window]) -> list[Batch]:
    return [batch_of(windows[i : i + BATCH_WINDOWS]) for i in range(0, len(windows), BATCH_WINDOWS)]


def _padded(rows: list[list[int]], value: int) -> Tensor:
    return pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=value)
