"""Bytes or text to a document with its regions, by format.

Responsible for: choosing the format and handing the text to its reader.
Not responsible for: languages; no reader here knows one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onetongue.document import Document
from onetongue.formats.choose import HEAD, PACKAGES, choose_format, load_format
from onetongue.formats.encoding import MAX_BYTES, Decoded, decode
from onetongue.formats.format import NO_SETTINGS, Format, Read, Settings
from onetongue.formats.left_out import listed
from onetongue.formats.spelled_out import as_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onetongue.document import FormatName, Span

__all__ = [
    "MAX_BYTES",
    "PACKAGES",
    "Decoded",
    "Format",
    "Read",
    "Settings",
    "choose_format",
    "decode",
    "load_format",
    "read_document",
    "read_text",
]


# Where a region may be one line of a message's head.
_MARKED_UP = frozenset({"html", "markdown"})


def _nothing(_: str) -> Sequence[Span]:
    return ()


def read_document(
    data: bytes,
    *,
    name: str = "",
    requested: FormatName = "auto",
    find_protected: Callable[[str], Sequence[Span]] = _nothing,
    settings: Settings = NO_SETTINGS,
) -> tuple[Document, tuple[str, ...]]:
    """Read a file's bytes; also gives lines on a guessed encoding and on what was not read.

    `find_protected` is told the text and answers with the stretches that must stay as they are.

    Raises:
        InputError: too large, not text, not decodable, or in a format this version cannot read.
    """
    format_name = choose_format(name, requested, data)
    decoded = load_format(format_name).decode(data, name or "input")
    document, notes = _read(decoded, name, format_name, find_protected, settings)
    return document, (*([decoded.note] if decoded.note else []), *notes)


def read_text(
    text: str,
    *,
    name: str = "",
    requested: FormatName = "auto",
    find_protected: Callable[[str], Sequence[Span]] = _nothing,
    settings: Settings = NO_SETTINGS,
) -> Document:
    """Read a text that is decoded already.

    Raises:
        InputError: a format this version cannot read.
    """
    format_name = choose_format(name, requested, text[:HEAD].encode("utf-8", "replace"))
    return _read(Decoded(text, "utf-8"), name, format_name, find_protected, settings)[0]


def _read(
    decoded: Decoded,
    name: str,
    format_name: FormatName,
    find_protected: Callable[[str], Sequence[Span]],
    settings: Settings,
) -> tuple[Document, tuple[str, ...]]:
    read = load_format(format_name).read(decoded.text, find_protected(decoded.text), settings)
    text = decoded.text
    if format_name in _MARKED_UP:
        from onetongue.formats.mail_heads import without_heads  # noqa: PLC0415 - plain text needs none

        regions, heads = without_heads(read.regions)
        read = replace(read, regions=regions, left_out=tuple(sorted((*read.left_out, *heads))))
    document = Document(
        text,
        tuple(as_seen(text, read.regions)),
        name,
        format_name,
        decoded.encoding,
        decoded.container,
        read.parts,
        tuple(as_seen(text, read.aside)),
        (*decoded.not_read, *read.not_read, *listed(text, read.left_out, read.regions)),
    )
    return document, tuple(str(n) for n in read.notes if isinstance(n, str) or n.is_said)
