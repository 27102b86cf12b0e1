"""Turn the corpora into a vocabulary, shards to train on and pairs to measure the loss on.

Responsible for: the command line of the first step, and the order of what happens in it.
Not responsible for: any part of it (`corpora`, `house_style`, `augment`, `pieces`, `shards`).

    python training/prepare.py --mix corpora/mix-*.tsv.xz --exclude eval/*.?? --out data
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np

import pieces
import shards
from augment import Shares, copies, with_guillemets
from corpora import Pair, read_lines, read_mix, split
from house_style import as_printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentencepiece import SentencePieceProcessor

MEGABYTE = 1_000_000
TOKENIZER = "sentencepiece.model"
HELD_OUT = "dev.npz"
_MAX_PIECES = 159  # and the end of the sentence: 160, the engine's own limit


@dataclass(frozen=True, slots=True)
class Settings:
    """What is prepared; `vocabulary` reuses a SentencePiece model, `limit` reads so many lines."""

    mix: tuple[Path, ...]
    out: Path
    exclude: tuple[Path, ...] = ()
    held_out: int = 2_000
    limit: int = 0
    vocabulary: Path | None = None
    vocabulary_size: int = 20_000
    vocabulary_lines: int = 1_000_000
    shard_mb: float = 45.0  # a shard, the program and the vocabulary are to fit in 64 MiB
    seed: int = 1
    shares: Shares = field(default_factory=Shares)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of it: pairs, mean pieces a text, and the bytes and pairs of each shard."""

    read: int
    excluded: int
    kept: int
    made: int
    held_out: int
    pieces: tuple[float, float]
    shards: dict[Path, int]


def prepare(settings: Settings) -> Prepared:
    """Write vocabulary, shards and held-out pairs below `settings.out`.

    The same settings write the same bytes.
    """
    rng = Random(settings.seed)
    settings.out.mkdir(parents=True, exist_ok=True)
    found = split(
        _limited(read_mix(settings.mix), settings.limit),
        [line for path in settings.exclude for line in read_lines(path)],
        settings.held_out,
    )
    pairs = [_styled(pair, settings.shares, rng) for pair in found.training]
    extra = list(copies(pairs, settings.shares, rng))
    processor = _vocabulary(settings, [*pairs, *extra], rng)
    cut = _cut([*pairs, *extra], processor)
    held_out = [Pair(french, as_printed(english)) for french, english in found.held_out]
    _write_held_out(settings.out, held_out, processor)
    limit = int(settings.shard_mb * MEGABYTE)
    return Prepared(
        read=found.read,
        excluded=found.excluded,
        kept=len(pairs),
        made=len(extra),
        held_out=len(held_out),
        pieces=(_mean(cut.french), _mean(cut.english)),
        shards=shards.write(cut, settings.out, limit, settings.seed),
    )


def _limited(pairs: Iterator[Pair], limit: int) -> Iterator[Pair]:
    for number, pair in enumerate(pairs):
        if limit and number >= limit:
            return
        yield pair


def _styled(pair: Pair, shares: Shares, rng: Random) -> Pair:
    styled = Pair(pair.french, as_printed(pair.english))
    return with_guillemets(styled) if rng.random() < shares.quoted else styled


def _vocabulary(settings: Settings, pairs: Sequence[Pair], rng: Random) -> SentencePieceProcessor:
    path = settings.out / TOKENIZER
    if settings.vocabulary is not None:
        path.write_bytes(settings.vocabulary.read_bytes())
    else:
        sample = rng.sample(pairs, min(len(pairs), settings.vocabulary_lines // 2))
        texts = [text for pair in sample for text in pair]
        path.write_bytes(pieces.train(texts, settings.vocabulary_size))
    return pieces.load(path)


def _cut(pairs: Sequence[Pair], processor: SentencePieceProcessor) -> shards.Cut:
    french, english = (pieces.cut([pair[side] for pair in pairs], processor) for side in (0, 1))
    fits = [
        number
        for number, (one, other) in enumerate(zip(french, english, strict=True))
        if min(len(one), len(other)) > 0 and max(len(one), len(other)) <= _MAX_PIECES
    ]
    return shards.Cut([french[n] for n in fits], [english[n] for n in fits])


def _write_held_out(out: Path, pairs: Sequence[Pair], processor: SentencePieceProcessor) -> None:
    cut = _cut(pairs, processor)
    (out / HELD_OUT).write_bytes(shards.pack(cut, np.arange(len(cut.french))))
    for side, language in enumerate(("fr", "en")):
        text = "".join(f"{pair[side]}\n" for pair in pairs)
        (out / f"dev.{language}").write_text(text, encoding="utf-8", newline="\n")


def _mean(texts: Sequence[np.ndarray]) -> float:
    return sum(map(len, texts)) / max(1, len(texts))


def main() -> None:
    """Command line."""
    default = Settings((), Path())
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mix", type=Path, nargs="+", required=True, help=".tsv or .tsv.xz files")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--exclude", type=Path, nargs="*", default=[], help="evaluation text")
    parser.add_argument("--held-out", type=int, default=default.held_out, help="pairs for the loss")
    parser.add_argument("--limit", type=int, default=0, help="read only so many lines")
    parser.add_argument("--vocabulary", type=Path, help="reuse this sentencepiece.model")
    parser.add_argument("--vocabulary-size", type=int, default=default.vocabulary_size)
    parser.add_argument("--vocabulary-lines", type=int, default=default.vocabulary_lines)
    parser.add_argument("--shard-mb", type=float, default=default.shard_mb)
    parser.add_argument("--seed", type=int, default=default.seed)
    given = vars(parser.parse_args())
    given |= {name: tuple(given[name]) for name in ("mix", "exclude")}
    started = time.monotonic()
    done = prepare(Settings(**given))
    print(f"{done.kept} of {done.read} pairs kept, {done.excluded} are in an excluded text")
    print(f"{done.made} made from them, {done.held_out} held out")
    print("{:.1f} and {:.1f} pieces a text".format(*done.pieces))
    for path, pairs in done.shards.items():
        print(f"{path}: {pairs} pairs, {path.stat().st_size / MEGABYTE:.1f} MB")
    print(f"{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
