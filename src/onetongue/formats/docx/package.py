"""A Word document's package: which of its parts hold text, and the way back.

Responsible for: finding those parts in a ZIP file, one text of them all, and the file again with
another text: parts that did not change keep their very bytes, the others are packed anew.
Not responsible for: ZIP itself (`zip_parts`), or what is in the parts (`docx`).

The parts are joined by U+0000, which XML cannot hold. The styles come last: they are read, and hold
no text.

Source: ECMA-376, Open Packaging Conventions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onetongue.document import NotRead
from onetongue.errors import InputError, IntegrityError
from onetongue.formats.docx.xml_tokens import fault, tokens
from onetongue.formats.docx.zip_parts import Zip, open_zip
from onetongue.formats.encoding import MAX_BYTES, Decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATOR: Final = "\x00"
_TYPES: Final = "[Content_Types].xml"
# The ends of content types whose parts are read, in the order of the text.
_ROLES: Final = (
    *("document.main+xml", "document.macroenabled.main+xml"),
    *("template.main+xml", "template.macroenabledtemplate.main+xml"),
    *("header+xml", "footnotes+xml", "endnotes+xml", "footer+xml", "comments+xml", "styles+xml"),
)
_MAIN: Final = _ROLES[:4]
_BUILDING_BLOCKS: Final = "/glossary/"  # a document in the document, with styles of its own
_WORD: Final = (".wordprocessingml.", "vnd.ms-word.")
_OTHERS: Final = (
    ("spreadsheetml", "an Excel workbook"),
    ("ms-excel", "an Excel workbook"),
    ("presentationml", "a PowerPoint presentation"),
    ("ms-powerpoint", "a PowerPoint presentation"),
    ("opendocument", "an OpenDocument file"),
    ("epub", "an EPUB book"),
)
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_SAVE: Final = "save it as .docx"


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The file around a Word document's text; `names` are its parts in the order of the text."""

    file: Zip
    names: tuple[str, ...]

    def pack(self, text: str) -> bytes:
        """The file with this text. With the text it was read with, the same bytes.

        Raises:
            IntegrityError: not as many parts as the file has.
        """
        parts = text.encode("utf-8").split(SEPARATOR.encode())
        if len(parts) != len(self.names):
            raise IntegrityError(
                "this is a bug, nothing was written: the text of a Word document has "
                f"{len(parts)} parts, not {len(self.names)}"
            )
        changed: dict[str, bytes] = {}
        for name, content in zip(self.names, parts, strict=True):
            entry = self.file.entry(name)
            if entry and content != self.file.content(entry, MAX_BYTES):
                changed[name] = content
        return self.file.replaced(changed)


def decode_package(data: bytes, name: str) -> Decoded:
    """The text of a Word document, with the package around it.

    Raises:
        InputError: no Word document, damaged, encrypted, or too large unpacked.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: larger than {MAX_BYTES // 2**20} MB; split the file")
    if data.startswith(_OLD_WORD):
        raise InputError(f"{name}: an old .doc file, or one with a password; {_SAVE} without one")
    try:
        return _decode(open_zip(data))
    except InputError as error:
        raise InputError(f"{name}: {error}") from error


def _decode(file: Zip) -> Decoded:
    names: list[str] = []
    texts: list[str] = []
    left_out: list[NotRead] = []
    budget = MAX_BYTES
    for part in _parts(file):
        entry = file.entry(part)
        if entry is None:
            continue
        content = file.content(entry, budget)
        budget -= len(content)
        try:
            text = content.decode("utf-8")
            why = "it holds U+0000" if SEPARATOR in text else ""
        except UnicodeDecodeError:
            text, why = "", "it is not in UTF-8"
        if why:
            note = f"{part} left as it is: {why}"
            left_out.append(NotRead(part, "the part", why, note))
            continue
        names.append(part)
        texts.append(text)
    note = "; ".join(map(str, left_out))
    if not names:
        raise InputError(f"no part of it can be read ({note or 'it has none'})")
    package = WordPackage(file, tuple(names))
    return Decoded(SEPARATOR.join(texts), "utf-8", note, package, tuple(left_out))


def _parts(file: Zip) -> list[str]:
    """The names of the parts that are read, in order."""
    entry = file.entry(_TYPES)
    types = dict(_types(file.content(entry, MAX_BYTES).decode("utf-8", "replace")) if entry else ())
    found = [
        (_ROLES.index(role), name)
        for name, kind in types.items()
        for role in _ROLES
        if any(word in kind for word in _WORD)
        and kind.endswith(f".{role}")
        and _BUILDING_BLOCKS not in name
    ]
    if not any(_ROLES[rank] in _MAIN for rank, _ in found):
        raise InputError(f"{_what(file, types)}; only Word documents (.docx) are read")
    return [name for _, name in sorted(found)]


def _types(text: str) -> Iterator[tuple[str, str]]:
    """Parts and their content types."""
    if why := fault(text):
        raise InputError(f"its list of parts cannot be read: {why}")
    for token in tokens(text, 0, len(text)):
        if token.name.rpartition(":")[2] == "Override":
            part = token.attribute("PartName").removeprefix("/")
            yield part, token.attribute("ContentType").lower()


def _what(file: Zip, types: dict[str, str]) -> str:
    """What kind of file it is instead."""
    said = " ".join(types.values())
    entry = file.entry("mimetype")
    if entry:
        said += file.content(entry, MAX_BYTES).decode("latin-1")
    return next((what for word, what in _OTHERS if word in said), "a ZIP file of another kind")
