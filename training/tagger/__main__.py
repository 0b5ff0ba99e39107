"""From data to the model that the project ships: python -m tagger --encoder FILE --polnear FILE --names FILE --gum FILE --out FOLDER."""

import argparse
import json
import tempfile
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .articles import LabelledArticle, read_gum, read_names, read_polnear
from .batch import batches_of
from .encoder import save_encoder
from .export import export
from .model import Tagger, load_encoder
from .span_scores import score_windows
from .train import SEED, train
from .windows import WindowPacker

# The last articles are held out: how rules and tagger are joined is tuned on them.
HELD_OUT = 40


def main() -> None:
    options = _options()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    with tempfile.TemporaryDirectory() as folder:
        encoder = Path(folder)
        save_encoder(options.encoder, options.tokenizer, encoder)
        packer = WindowPacker(_tokenizer(encoder))
        quoted = read_polnear(options.polnear, read_names(options.names))
        named = [article for file in options.gum for article in read_gum(file)]
        untrained = Tagger(load_encoder(encoder)).to(options.device)
        tagger = train(untrained, packer, quoted[:-HELD_OUT], named)
        print(json.dumps(_scores(tagger, packer, quoted[-HELD_OUT:])))
        export(encoder, tagger.cpu(), options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tagger", description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="bge-small-en-v1.5.onnx, not quantized")
    parser.add_argument("--tokenizer", type=Path, required=True, help="its tokenizer.json")
    parser.add_argument("--polnear", type=Path, required=True, help="articles with attributions, one a line")
    parser.add_argument("--names", type=Path, required=True, help="their names, as tagger.corenlp_names writes them")
    parser.add_argument("--gum", type=Path, nargs="+", required=True, help="texts with names, one a line")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--threads", type=int, default=1, help="of the processor; another number rounds otherwise")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu", help="cpu or cuda")
    return parser.parse_args()


def _tokenizer(encoder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _scores(tagger: Tagger, packer: WindowPacker, articles: list[LabelledArticle]) -> dict[str, float]:
    return score_windows(tagger, batches_of([window for article in articles for window in packer.pack(article)]))


main()
