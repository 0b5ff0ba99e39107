"""Reads bge-small-en-v1.5 from its ONNX file, the form in which package registries have it."""

import shutil
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

LAYERS = 12
CONFIG = BertConfig(
    vocab_size=30522,
    hidden_size=384,
    num_hidden_layers=LAYERS,
    num_attention_heads=12,
    intermediate_size=1536,
    max_position_embeddings=512,
)
# The products with a weight in each layer: ONNX names them by their place, and holds the weights transposed.
PRODUCTS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)


def save_encoder(network: Path, tokenizer: Path, folder: Path) -> None:
    """Writes the weights, settings and vocabulary as transformers reads them."""
    graph = onnx.load(str(network)).graph
    held = {initializer.name: initializer for initializer in graph.initializer}
    model = BertModel(CONFIG, add_pooling_layer=False)
    weights = {name: _tensor(held[name]) for name in model.state_dict() if name in held}
    for node in graph.node:
        name = _weight_of(node)
        if name is not None:
            weights[name] = _tensor(next(held[i] for i in node.input if i in held)).T.contiguous()
    model.load_state_dict(weights)
    model.save_pretrained(folder)
    shutil.copy(tokenizer, folder / "tokenizer.json")


def _weight_of(node: onnx.NodeProto) -> str | None:
    for layer in range(LAYERS):
        for product in PRODUCTS:
            if node.name == f"/encoder/layer.{layer}/{product.replace('.', '/')}/MatMul":
                return f"encoder.layer.{layer}.{product}.weight"
    return None


def _tensor(initializer: onnx.TensorProto) -> torch.Tensor:
    return torch.tensor(numpy_helper.to_array(initializer).copy())
