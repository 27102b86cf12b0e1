"""Glossaries as lines of text with tabs.

Responsible for: what a line says: source, target, a note nobody reads; one column alone means do
not translate.
Not responsible for: other formats (`tbx`), or what two lines say together (`glossary`).
"""

from __future__ import annotations

import re

from onetongue.errors import InputError
from onetongue.language.tags import primary

_LINE_END = re.compile(rb"\r\n|\r|\n")
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_MAX_COLUMNS = 3  # source, target, note


def read(content: bytes, name: str, source: str, target: str) -> tuple[tuple[str, str, int], ...]:
    r"""Read (source term, target term, line) from a file of UTF-8 lines, in order.

    Blank lines and lines that begin with `#` are skipped. A first line of language codes is a
    header and may name the columns in either order. `name` is what errors call the file.

    Raises:
        InputError: naming the line that cannot be read.

    >>> read(b"en\tfr\nagreement\taccord\nVieux-Port", "a.tsv", "fr", "en")
    (('accord', 'agreement', 2), ('Vieux-Port', 'Vieux-Port', 3))
    """
    found: list[tuple[str, str, int]] = []
    is_swapped, is_first = False, True
    for number, line in enumerate(_LINE_END.split(content.removeprefix(b"\xef\xbb\xbf")), start=1):
        place = f"{name}:{number}"
        columns = [column.strip() for column in _decoded(line, place).split("\t")]
        if not any(columns) or columns[0].startswith("#"):
            continue
        header = _header(columns, place, primary(source), primary(target)) if is_first else None
        is_first = False
        if header is not None:
            is_swapped = header == (primary(target), primary(source))
            continue
        first, second = _pair(columns, place)
        found.append((second, first, number) if is_swapped else (first, second, number))
    return tuple(found)


def _decoded(line: bytes, place: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as err:
        raise InputError(
            f"{place}: byte {err.start + 1} of the line is not UTF-8; save the file as UTF-8"
        ) from err


def _header(columns: list[str], place: str, source: str, target: str) -> tuple[str, str] | None:
    """The languages a line of codes names, or None when it is no such line."""
    if len(columns) == 1 or not all(_TAG.fullmatch(column) for column in columns[:2]):
        return None
    tags = primary(columns[0]), primary(columns[1])
    if not {source, target} & set(tags):
        return None
    if set(tags) != {source, target}:
        raise InputError(
            f"{place}: the header says {tags[0]} and {tags[1]}; "
            f"a glossary from {source} to {target} is needed"
        )
    return tags


def _pair(columns: list[str], place: str) -> tuple[str, str]:
    if len(columns) == 1:
        return columns[0], columns[0]
    if len(columns) > _MAX_COLUMNS:
        raise InputError(f"{place}: {len(columns)} columns; keep source, target and one note")
    if not columns[0] or not columns[1]:
        side = "target" if columns[0] else "source"
        raise InputError(
            f"{place}: no {side} term; write one, or write the term alone on its line, "
            "without a tab, to leave it untranslated"
        )
    return columns[0], columns[1]
