r"""Make an Argos package of trained weights.

Responsible for: the package's folder and archive, its README and checksums, and the proof that
CTranslate2 translates as PyTorch does.
Not responsible for: whether it is good enough to ship (`accept`).

    python training/export.py --weights run/weights --tokenizer data/sentencepiece.model \
        --out package --verify data/dev.fr

Only `--verify`, and weights that are a checkpoint, need PyTorch.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import ctranslate2

import pieces
import weights
from convert import convert
from corpora import read_lines
from onetongue.engines.packages.checksums import MANIFEST
from plan import Sizes
from prepare import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sentencepiece

README = Path(__file__).parent / "data" / "package_readme.md"
UNMEASURED = "Not measured yet; `training/accept.py` does it."
_VERIFIED = 20  # lines that both have to translate alike
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Trained:
    """A model and its vocabulary."""

    sizes: Sizes
    state: weights.State
    processor: sentencepiece.SentencePieceProcessor

    @property
    def pieces(self) -> list[str]:
        """The pieces by their number."""
        return [self.processor.id_to_piece(n) for n in range(self.processor.get_piece_size())]


def load(path: Path, tokenizer: Path) -> Trained:
    """Load the averaged weights of a folder of parts or of a checkpoint.

    Raises:
        FileNotFoundError: there is nothing there.
    """
    if path.is_dir():
        return Trained(*weights.load(path), pieces.load(tokenizer))
    import torch  # noqa: PLC0415 -- for checkpoints only

    saved = torch.load(path, map_location="cpu", weights_only=True)
    state = {name: value.float().numpy() for name, value in saved["average"].items()}
    return Trained(Sizes(**saved["sizes"]), state, pieces.load(tokenizer))


def write_package(
    trained: Trained,
    tokenizer: Path,
    out: Path,
    *,
    version: str = "1.0",
    quantization: str | None = "int8",
    card: str = UNMEASURED,
) -> Path:
    """Write the package below `out`, as a folder and as an `.argosmodel`; returns the folder.

    `card` is what its README says about what it is worth, in Markdown. The same weights make the same bytes.
    """
    folder = out / f"translate-fr_en-{version.replace('.', '_')}"
    shutil.rmtree(folder, ignore_errors=True)
    convert(trained.sizes, trained.state, trained.pieces, folder / "model", quantization)
    shutil.copyfile(tokenizer, folder / "sentencepiece.model")
    metadata = {
        "package_version": version,
        "argos_version": "1.9",
        "type": "translate",
        "from_code": "fr",
        "from_name": "French",
        "to_code": "en",
        "to_name": "English",
        "made_for": "onetongue",  # which asks it as suits it
    }
    described = json.dumps(metadata, indent=2) + "\n"
    (folder / "metadata.json").write_text(described, encoding="utf-8", newline="\n")
    about = README.read_text(encoding="utf-8").replace("{version}", version)
    about = about.replace("{card}", card.strip())
    (folder / "README.md").write_text(about, encoding="utf-8", newline="\n")
    write_manifest(folder)
    _archive(folder)
    return folder


def write_manifest(folder: Path) -> None:
    """Write the SHA-256 of every file of `folder`, as `onetongue` verifies it when it loads one."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in _files(folder)
        if path.name != MANIFEST
    ]
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _archive(folder: Path) -> None:
    with zipfile.ZipFile(f"{folder}.argosmodel", "w") as archive:
        for path in _files(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix())  # of 1980, always
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def count_alike(trained: Trained, lines: Sequence[str]) -> int:
    """How many greedy translations PyTorch and CTranslate2, both in float32, agree on."""
    import torch  # noqa: PLC0415 -- packages are made without it

    from model import Transformer, greedy  # noqa: PLC0415 -- imports it too

    model = Transformer(trained.sizes, len(trained.pieces)).eval()
    model.load_state_dict({name: torch.from_numpy(one) for name, one in trained.state.items()})
    expected = greedy(model, trained.processor.encode(list(lines)), _LONGEST)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "model"
        convert(trained.sizes, trained.state, trained.pieces, folder, None)
        found = ctranslate2.Translator(str(folder), compute_type="float32").translate_batch(
            trained.processor.encode(list(lines), out_type=str),
            beam_size=1,
            max_decoding_length=_LONGEST,
        )
    return sum(
        [trained.processor.id_to_piece(n) for n in ids] == result.hypotheses[0]
        for ids, result in zip(expected, found, strict=True)
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True, help="folder of parts or checkpoint")
    parser.add_argument("--tokenizer", type=Path, required=True, help="sentencepiece.model")
    parser.add_argument("--out", type=Path, required=True, help="folder for the package")
    parser.add_argument("--version", default="1.0")
    parser.add_argument("--verify", type=Path, help="French lines to compare with PyTorch on")
    parser.add_argument("--card", type=Path, help="what it is worth, for its README; Markdown")
    given = parser.parse_args()
    trained = load(given.weights, given.tokenizer)
    card = given.card.read_text(encoding="utf-8") if given.card else UNMEASURED
    folder = write_package(trained, given.tokenizer, given.out, version=given.version, card=card)
    for path in (folder / "model" / "model.bin", Path(f"{folder}.argosmodel")):
        print(f"{path}: {path.stat().st_size / MEGABYTE:.1f} MB")
    if given.verify:
        lines = read_lines(given.verify)[:_VERIFIED]
        alike = count_alike(trained, lines)
        print(f"{alike} of {len(lines)} greedy translations are the same as PyTorch's")
        raise SystemExit(alike != len(lines))


if __name__ == "__main__":
    main()
