"""Compile src/onetongue/data/fr/territories.tsv: the territories of CLDR that exonyms.tsv lacks.

Run: python scripts/build_territories.py   (needs `babel`, which carries the CLDR; never at run time)

Left out: what both languages spell alike, what is no name in running text (pseudo-locales, names
explained in brackets, the regions of UN statistics: "Middle Africa"), and what exonyms.tsv has.
"&", "St." and spaced hyphens of the English names are written out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import babel

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent.parent / "src" / "onetongue" / "data" / "fr"
NOT_NAMES = ("ZZ", "XA", "XB", "QO")
HEADER = """\
# French names of territories that English knows by another name and exonyms.tsv does not hold.
# Columns: French<TAB>English<TAB>class (territory).
# Source: Unicode CLDR through babel {version}, by scripts/build_territories.py.
# Licence: Unicode-3.0, https://www.unicode.org/license.txt (© 2004-2025 Unicode, Inc.)
"""


def listed() -> frozenset[str]:
    """French names exonyms.tsv has."""
    lines = (DATA / "exonyms.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if not line.startswith("#"))


def territories() -> Iterator[tuple[str, str]]:
    """French and English names that differ."""
    french, english = babel.Locale("fr").territories, babel.Locale("en").territories
    for code in sorted(set(french) & set(english) - set(NOT_NAMES)):
        ours = french[code].replace("’", "'")
        theirs = english[code].replace(" & ", " and ").replace("St. ", "Saint ")
        theirs = theirs.replace("’", "'").replace(" - ", "-")
        is_name = code.isalpha() and ours[0].isupper() and theirs[0].isupper()
        if ours != theirs and is_name and not any(mark in ours + theirs for mark in "(.)"):
            yield ours, theirs


def main() -> None:
    """Write the list, sorted as exonyms.tsv is, by code points."""
    known = listed()
    rows = sorted({pair for pair in territories() if pair[0] not in known})
    text = HEADER.format(version=babel.__version__)
    text += "".join(f"{ours}\t{theirs}\tterritory\n" for ours, theirs in rows)
    (DATA / "territories.tsv").write_text(text, encoding="utf-8", newline="\n")
    print(f"territories.tsv: {len(rows)} names")


if __name__ == "__main__":
    main()
