"""Which format a file is in, by its suffix, else by how it begins.

Responsible for: the table of formats, and refusing what is in none; a format's file is loaded when it
is first asked for.
Not responsible for: reading any of them, or what is no prose (not_prose.py).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from onetongue.errors import InputError
from onetongue.formats.not_prose import (
    is_named_unlike_text,
    is_script,
    told_by_content,
    told_by_name,
)

if TYPE_CHECKING:
    from onetongue.document import FormatName
    from onetongue.formats.format import Format

# How much of a file says how it begins: enough to come past the licence many a program begins with.
HEAD: Final = 2**14  # bytes


class _Known(NamedTuple):
    """A format: the module here that reads it, the suffixes it goes by, and how its files begin.

    `is_package` says that its files are packages with a text inside.
    """

    module: str
    suffixes: frozenset[str]
    opening: re.Pattern[bytes] | None = None
    is_package: bool = False


_START = rb"\A(?:\xef\xbb\xbf)?\s*"
_FORMATS: Final[dict[FormatName, _Known]] = {
    "docx": _Known("docx.docx", frozenset({".docx"}), re.compile(rb"\APK\x03\x04"), True),
    "html": _Known(
        "html.html",
        frozenset({".html", ".htm", ".xhtml"}),
        re.compile(
            _START
            + rb"(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
            re.I | re.S,
        ),
    ),
    "subtitles": _Known(
        "subtitles.subtitles",
        frozenset({".srt", ".vtt"}),
        re.compile(_START + rb"(?:WEBVTT\b|\d+[ \t]*\r?\n\d\d:\d\d:\d\d[,.]\d{3} -->)"),
    ),
    "markdown": _Known("markdown.markdown", frozenset({".md", ".markdown", ".mdown", ".mkd"})),
    "jsonl": _Known(
        "json.lines",
        frozenset({".jsonl", ".ndjson"}),
        re.compile(_START + rb'\{[ \t]*"[^\n]*\}[ \t]*\r?(?:\n|\Z)'),
    ),
    "json": _Known(
        "json.document", frozenset({".json"}), re.compile(_START + rb'(?:\{\s*"|\[\s*[\[{"])')
    ),
    "text": _Known("plain", frozenset({".txt", ".text"})),
}
PACKAGES: Final = frozenset(name for name, row in _FORMATS.items() if row.is_package)


def choose_format(name: str, requested: FormatName = "auto", data: bytes = b"") -> FormatName:
    r"""Decide the format by the suffix of `name`, else by how `data` begins; `requested` wins.

    Raises:
        InputError: by its name or how it begins, it is in no format this version reads.

    >>> choose_format("article.txt"), choose_format("page.md"), choose_format("-", data=b"WEBVTT\n")
    ('text', 'markdown', 'subtitles')
    """
    if requested != "auto":
        return requested
    head = data[:HEAD]
    if is_script(head):
        raise _unread(name, "scripts")
    known = _by_suffix(name)
    if known and not is_named_unlike_text(name):
        return known
    unread = told_by_name(name)
    if unread:
        raise _unread(name, f"{unread} files")
    for opened, row in _FORMATS.items():
        if row.opening is not None and row.opening.search(head):
            return opened
    # A README is text, even one that shows nothing but settings.
    kind = told_by_content(head) if unread is None else ""
    if kind:
        raise _unread(name, kind)
    return "text"


def _by_suffix(name: str) -> FormatName | None:
    suffix = PurePath(name).suffix.lower()
    return next((known for known, row in _FORMATS.items() if suffix in row.suffixes), None)


def _unread(name: str, what: str) -> InputError:
    return InputError(
        f"{name or 'input'}: this version does not read {what}; --format text reads it as plain text"
    )


@cache
def load_format(name: str) -> Format:
    """The format of this name.

    Raises:
        InputError: there is no such format.

    >>> load_format("text").markers
    ('bracket', 'footnote', 'none')
    """
    row = _FORMATS.get(cast("FormatName", name))
    if row is None:
        raise InputError(f"format must be auto or one of {', '.join(_FORMATS)}, not {name!r}")
    module = import_module(f"onetongue.formats.{row.module}")
    return cast("Format", module.FORMAT)
