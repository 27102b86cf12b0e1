"""Whether a file is text that is no prose, by what it is called or by how it begins.

Responsible for: comparing names and openings with the tables of such files.
Not responsible for: the tables (unread_names.py, unread_kinds.py), the formats that are read (choose.py), bytes that
are no text (encoding.py), or code and tables inside a text (prose_or_code.py, set_apart.py).

Prose must be read whatever it is called, so its content speaks against a file only where nearly
all lines do.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from onetongue.formats.unread_names import NAMES, READ, SUFFIXES

if TYPE_CHECKING:
    from onetongue.formats.unread_kinds import UnreadKind

_SCRIPT: Final = re.compile(rb"(?:\xef\xbb\xbf)?#![ \t]*/\w")
# A text that shows code, as READMEs do.
_FENCE: Final = re.compile(r"^(?:```|~~~)", re.M)
# Docstrings and comments read as prose does.
_COMMENT: Final = re.compile(r'"""(?:[^"]|"(?!""))*"""|/\*(?:[^*/]|\*(?!/)|/(?!\*))*\*/')
# A page's settings before its text.
_FRONT_MATTER: Final = re.compile(r"(---|\+\+\+)\n(?:.*\n)*?\1\n(?=.)")


def is_named_unlike_text(name: str) -> bool:
    """Whether the whole name of a file says so, though its suffix may be that of a text.

    >>> is_named_unlike_text("src/CMakeLists.txt"), is_named_unlike_text("lists.txt")
    (True, False)
    """
    return PurePath(name).name.lower() in NAMES


def told_by_name(name: str) -> str | None:
    """The suffix, or the name, by which a file is no prose; empty if it is text, None if neither says.

    >>> told_by_name("a/b.YAML"), told_by_name("Makefile"), told_by_name("README"), told_by_name("a.xyz")
    ('.yaml', 'Makefile', '', None)
    """
    path = PurePath(name)
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return suffix
    if is_named_unlike_text(name):
        return path.name
    # Late: most files have a suffix that is read.
    from identify.identify import tags_from_filename  # noqa: PLC0415

    tags = tags_from_filename(path.name)
    if tags - READ and "binary" not in tags:
        return suffix if tags_from_filename(f"a{suffix}") - READ else path.name
    return "" if "plain-text" in tags else None


def is_script(head: bytes) -> bool:
    r"""Whether a file's first line names the program that runs it.

    >>> is_script(b"#!/bin/sh\n"), is_script(b"#!important\n")
    (True, False)
    """
    return _SCRIPT.match(head) is not None


def told_by_content(head: bytes) -> str:
    r"""What kind of text it is that begins so; empty if it may be prose.

    >>> told_by_content(b"[fr]\nbonjour = hello\n"), told_by_content(b"Le maire a dit : oui.\n")
    ('TOML and INI', '')
    """
    # Late: most files have a suffix that is read.
    from onetongue.formats.unread_kinds import KINDS  # noqa: PLC0415

    read = head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    text = "\n".join(line for line in read if line.strip())
    for kind in KINDS:
        if kind.opening is not None and kind.opening.match(text):
            return kind.name
    if _FENCE.search(text):
        return ""
    front = _FRONT_MATTER.match(text)
    text = _COMMENT.sub("#", text[front.end() :] if front else text)
    return next((kind.name for kind in KINDS if _has_its_lines(kind, text)), "")


def _has_its_lines(kind: UnreadKind, text: str) -> bool:
    if kind.line is None or kind.sign is None:
        return False
    lines = text.splitlines()
    # Indented code is often shown in a text, and indented text often a comment.
    outer = [line for line in lines if not line[:1].isspace()]
    fit = sum(kind.line.match(line) is not None for line in outer)
    if not fit or fit < kind.share * len(outer):
        return False
    return sum(1 for _ in kind.sign.finditer(text)) >= max(kind.signs, kind.density * len(lines))
