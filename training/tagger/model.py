"""The network: a sentence encoder, four label heads, and a pointer from each word to its head."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from .articles import NAME_LABELS, ROLES, UNKNOWN
from .batch import Batch

LETTER_CASES = 3
DROPOUT = 0.1
LABELS = 3
POINTER_DIMENSIONS = 64


class Tagger(nn.Module):
    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.dropout = nn.Dropout(DROPOUT)
        self.labels = nn.Linear(width, LABELS * len(ROLES) + NAME_LABELS)
        self.asks = nn.Linear(width, POINTER_DIMENSIONS)
        self.answers = nn.Linear(width, POINTER_DIMENSIONS)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor]:
        """
        All inputs are [windows, pieces]; `token_type_ids` are the letter cases.
        Gives logits of labels [windows, pieces, 16]: content, cue, source (3 each), name (7);
        and scores of heads [windows, pieces, pieces]: how well the second piece is the head of the first.
        """
        states = self.encoder(
            input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        states = self.dropout(states)
        scores = self.asks(states) @ self.answers(states).transpose(1, 2) * POINTER_DIMENSIONS**-0.5
        scores = scores + (1 - attention_mask[:, None, :].to(scores.dtype)) * -10000.0
        return self.labels(states), scores


def label_heads(logits: Tensor) -> list[Tensor]:
    """The logits of each head of labels: content, cue, source, name."""
    return list(torch.split(logits, [LABELS] * len(ROLES) + [NAME_LABELS], -1))


def loss_of(logits: Tensor, scores: Tensor, batch: Batch) -> Tensor:
    """Against the labels of the corpora; what is UNKNOWN is left out."""
    gold = [*batch.roles.unbind(1), batch.names]
    total = sum(_cross_entropy(head, labels) for head, labels in zip(label_heads(logits), gold))
    return total + 0.5 * _cross_entropy(scores, batch.heads)


def _cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    flat = labels.reshape(-1)
    known = flat != UNKNOWN
    if not known.any():
        return logits.sum() * 0
    return nn.functional.cross_entropy(logits.reshape(-1, logits.shape[-1])[known].float(), flat[known])


def load_encoder(folder: Path, attention: str = "sdpa") -> BertModel:
    """
    The encoder's own second input, the kind of segment, becomes the letter case: two more rows, alike at the start.
    Its words stay as they are, so that words the corpus lacks keep their place beside those it has.
    `attention` is "eager" to export, since ONNX knows no fused attention.
    """
    encoder = BertModel.from_pretrained(
        str(folder),
        add_pooling_layer=False,
        attn_implementation=attention,
        attention_probs_dropout_prob=DROPOUT,
        hidden_dropout_prob=DROPOUT,
    )
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    rows = encoder.embeddings.token_type_embeddings.weight.data[:1].repeat(LETTER_CASES, 1)
    encoder.embeddings.token_type_embeddings = nn.Embedding.from_pretrained(rows.clone(), freeze=False)
    encoder.config.type_vocab_size = LETTER_CASES
    return encoder
