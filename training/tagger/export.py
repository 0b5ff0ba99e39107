"""Writes a trained tagger in the layout that @xenova/transformers loads: int8 ONNX, settings, vocabulary, hashes."""

import hashlib
import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .model import Tagger, load_encoder

# What onnxruntime 1.14, which @xenova/transformers pins, can read.
OPSET = 14
IR_VERSION = 7
TOKENIZER = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": 512}


def export(encoder: Path, trained: Tagger, out: Path) -> None:
    tagger = Tagger(load_encoder(encoder, attention="eager"))
    tagger.load_state_dict(trained.state_dict())
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    full = out / "tagger-fp32.onnx"
    _export(tagger.eval(), full)
    _quantize(full, out / "onnx" / "model_quantized.onnx")
    full.unlink()
    _copy_settings(encoder, out, tagger)
    _write_sums(out)


def _export(tagger: Tagger, file: Path) -> None:
    ids = torch.full((1, 8), 2023)
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        tagger,
        (ids, torch.ones_like(ids), torch.zeros_like(ids)),
        str(file),
        input_names=["input_ids", "attention_mask", "token_type_ids"],
        output_names=["labels", "heads"],
        dynamic_axes={
            **{name: axes for name in ("input_ids", "attention_mask", "token_type_ids", "labels")},
            "heads": {0: "windows", 1: "pieces", 2: "pieces "},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def _quantize(full: Path, quantized: Path) -> None:
    """Dynamic int8, per channel, in the reduced range that processors without VNNI need."""
    quantize_dynamic(str(full), str(quantized), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    model = onnx.load(str(quantized))
    model.ir_version = IR_VERSION
    onnx.save(model, str(quantized))


def _copy_settings(encoder: Path, out: Path, tagger: Tagger) -> None:
    config = tagger.encoder.config.to_dict()
    kept = ("hidden_size", "intermediate_size", "max_position_embeddings", "num_attention_heads", "num_hidden_layers")
    settings = {"model_type": "bert", "type_vocab_size": config["type_vocab_size"], "vocab_size": config["vocab_size"]}
    (out / "config.json").write_text(json.dumps({**settings, **{key: config[key] for key in kept}}, indent=2) + "\n")
    tokenizer = json.loads((encoder / "tokenizer.json").read_text())
    tokenizer["truncation"] = tokenizer["padding"] = None
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")))
    (out / "tokenizer_config.json").write_text(json.dumps(TOKENIZER, indent=2) + "\n")


def _write_sums(out: Path) -> None:
    files = sorted(f for f in out.rglob("*") if f.is_file() and f.name != "SHA256SUMS" and f.suffix in (".onnx", ".json"))
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(out)}\n" for file in files]
    (out / "SHA256SUMS").write_text("".join(lines))

