"""Bytes or text to a document with its regions, by format.

Responsible for: choosing the format and handing the text to its reader.
Not responsible for: languages; no reader here knows one.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from onetongue.errors import InputError
from onetongue.formats.encoding import MAX_BYTES, Decoded, decode
from onetongue.formats.plain import read as read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onetongue.document import Document, Format, Span

__all__ = ["MAX_BYTES", "Decoded", "choose_format", "decode", "read_document", "read_text"]

# Formats whose markup would be taken for prose. Any other suffix is plain text.
_MARKED_UP = frozenset(
    {".md", ".markdown", ".rst", ".tex", ".html", ".htm", ".xhtml", ".xml", ".docx", ".odt"}
    | {".rtf", ".pdf", ".epub", ".srt", ".vtt", ".json", ".jsonl", ".csv", ".tsv"}
)


def choose_format(name: str, requested: Format = "auto") -> Format:
    """Decide the format by the suffix of `name`; a `requested` one other than auto wins.

    Raises:
        InputError: the suffix names a format this version cannot read.

    >>> choose_format("article.txt"), choose_format("page.md", "text")
    ('text', 'text')
    """
    suffix = PurePath(name).suffix.lower()
    if requested == "auto" and suffix in _MARKED_UP:
        raise InputError(
            f"{name}: this version reads plain text only, not {suffix} files; "
            f"--format text treats it as plain text"
        )
    return "text"


def read_document(
    data: bytes,
    *,
    name: str = "",
    requested: Format = "auto",
    find_protected: Callable[[str], Sequence[Span]] | None = None,
) -> tuple[Document, str]:
    """Read a file's bytes; also gives one line on a guessed encoding, or an empty string.

    `find_protected` is told the text and answers with the stretches that must stay as they are.

    Raises:
        InputError: too large, not text, not decodable, or in a format this version cannot read.
    """
    choose_format(name, requested)
    decoded = decode(data, name or "input")
    protected = find_protected(decoded.text) if find_protected else ()
    document = read_plain(decoded.text, name=name, encoding=decoded.encoding, protected=protected)
    return document, decoded.note


def read_text(
    text: str,
    *,
    name: str = "",
    requested: Format = "auto",
    find_protected: Callable[[str], Sequence[Span]] | None = None,
) -> Document:
    """Read a text that is decoded already.

    Raises:
        InputError: a format this version cannot read.
    """
    choose_format(name, requested)
    return read_plain(text, name=name, protected=find_protected(text) if find_protected else ())
