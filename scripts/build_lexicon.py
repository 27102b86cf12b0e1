"""Make src/onetongue/data/fr/lexicon.tsv: which English words a French word stands beside.

Run: python scripts/build_lexicon.py CORPUS...   (`French TAB English` lines, plain or .xz; numpy)

IBM model 1 (Brown et al. 1993) by expectation maximisation, once in each direction, on pairs of
short sentences. What is kept of a pair of words is the geometric mean of the two probabilities,
in tenths, rounded down. The corpora are those of our translation model; the
header names them.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TABLE = Path(__file__).parent.parent / "src" / "onetongue" / "data" / "fr" / "lexicon.tsv"
PAIRS = 600_000  # their links take 8 GB
LONGEST = 22  # words on either side; in long sentences everything stands beside everything
RAREST = 4  # times a word is seen, or it is nobody's translation
ROUNDS = 6  # of expectation maximisation; model 1 has one optimum and is near it soon
LEAST_SHOWN = 5  # times a French word is seen before it is listed
LEAST_SURE = 0.03  # below it is mostly what stands in the same sentences by chance
MOST = 6  # English words listed for one French word
_WORD = re.compile(r"[^\W\d_]+")
HEADER = """\
# French words with the English ones they were found beside in sentences and their translations:
# word<TAB>translation and tenths of certainty, best first. Made by scripts/build_lexicon.py from
# Europarl v7 (European Parliament, reuse with the source acknowledged), Tatoeba (CC BY 2.0 FR),
# Canada's Justice Laws (Open Government Licence - Canada), Debian's web pages (MIT, GPL-2+), Python's
# documentation (CC0, PSF), DiaBLa (CC BY-SA 4.0), the Canadian Digital Service blog (MIT), Bilinguator
# (MIT), Mozilla's web pages (MPL 2.0) and African Storybook (CC BY). Counts of words, no sentence of theirs.
# Licence of this table: CC BY-SA 4.0.
"""

Ids = Any  # numpy arrays; numpy's own types ask for more words than they tell


def pairs(paths: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words of both sides of every short pair."""
    for path in paths:
        stream: TextIO
        with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                french, _, english = line.lower().partition("\t")
                sides = _WORD.findall(french), _WORD.findall(english)
                if all(0 < len(side) <= LONGEST for side in sides):
                    yield sides


def numbered(texts: Sequence[list[str]]) -> tuple[list[str], list[list[int]], Counter[str]]:
    """The words common enough to count, the texts as their numbers, and how often each is seen."""
    seen = Counter(word for text in texts for word in text)
    words = [word for word, n in seen.items() if n >= RAREST]
    numbers = {word: i for i, word in enumerate(words)}
    return words, [[numbers[w] for w in text if w in numbers] for text in texts], seen


def links(french: Sequence[list[int]], english: Sequence[list[int]]) -> tuple[Ids, Ids, Ids, Ids]:
    """Every French word beside every English one of its pair; and which places those stand at."""
    counts = [(len(f), len(e)) for f, e in zip(french, english, strict=True)]
    f_flat = np.fromiter((w for text in french for w in text), np.int32)
    e_flat = np.fromiter((w for text in english for w in text), np.int32)
    f_place: list[Ids] = []
    e_place: list[Ids] = []
    f_at = e_at = 0
    for f, e in counts:
        f_place.append(np.repeat(np.arange(f_at, f_at + f, dtype=np.int32), e))
        e_place.append(np.tile(np.arange(e_at, e_at + e, dtype=np.int32), f))
        f_at, e_at = f_at + f, e_at + e
    return f_flat, e_flat, np.concatenate(f_place), np.concatenate(e_place)


def model_1(kind: Ids, given: Ids, place: Ids, words: int) -> Ids:
    """p(word | given word) for each kind of link; `place` is where the word of a link stands."""
    table = np.ones(kind.max() + 1, np.float64)
    for _ in range(ROUNDS):
        weight = table[kind]
        weight = weight / np.bincount(place, weight)[place]
        table = np.bincount(kind, weight)
        table = table / np.bincount(given, table, words)[given]
    return table


def main(paths: Sequence[str]) -> None:
    """Build the table."""
    sides = list(islice(pairs(paths), PAIRS))
    f_words, french, seen = numbered([f for f, _ in sides])
    e_words, english, _ = numbered([e for _, e in sides])
    f_flat, e_flat, f_place, e_place = links(french, english)
    key = f_flat[f_place].astype(np.int64) * len(e_words) + e_flat[e_place]
    kinds, kind = np.unique(key, return_inverse=True)
    del key
    f_of, e_of = kinds // len(e_words), kinds % len(e_words)
    there = model_1(kind, f_of, e_place, len(f_words))
    back = model_1(kind, e_of, f_place, len(e_words))
    sure = np.sqrt(there * back)
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for i in np.flatnonzero(sure >= LEAST_SURE):
        found[f_words[f_of[i]]].append((-float(sure[i]), e_words[e_of[i]]))
    with TABLE.open("w", encoding="utf-8") as table:
        table.write(HEADER)
        for word in sorted(w for w in found if seen[w] >= LEAST_SHOWN):
            best = sorted(found[word])[:MOST]
            table.write(
                word + "\t" + " ".join(f"{e}{min(int(-p * 10), 9)}" for p, e in best) + "\n"
            )
    print(f"{TABLE}: {TABLE.stat().st_size:,} bytes from {len(sides):,} pairs")


if __name__ == "__main__":
    main(sys.argv[1:])
