"""Bytes to text and back again without losing one of them.

Responsible for: which encoding a file is in, and refusing what is not text or cannot be decoded.
Not responsible for: files and folders, formats, or languages.

Whatever encoding is chosen, `decoded.text.encode(decoded.encoding)` is the bytes that were given.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.document import Container, NotRead

# A file is held in memory as text, four bytes a character at worst: this keeps that under 1.1 GB.
MAX_BYTES = 256 * 2**20
# Encodings are guessed from this much of a file: charset-normalizer needs 0.1 s for it.
_SAMPLE = 2**20

# UTF-32 first: its little-endian mark starts with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How files that people mistake for text begin. None of these bytes starts a text.
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX or ODT"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel or PowerPoint"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite"),
)
# Control characters no text has: all but tab, line ends, form feed, backspace and escape.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b"))
# Compressed or random bytes hold 25 of these 256 (10 %), text none: the middle, on a log scale.
_BINARY_SHARE = 0.02
# Valid UTF-8 may hold NULs on purpose (field separators); this many, this dense, are a structure.
_MANY_NULS, _DENSE_NULS = 32, 0.1

# UTF-16 without a mark: in Western text all but curly quotes and dashes have a zero high byte.
# Fewer units than this could as well be UTF-8 with NULs in it.
_ZERO_HIGH_SHARE, _FEWEST_UNITS = 0.7, 8

# One-byte encodings of Western Europe, likeliest first. charset-normalizer takes "élève" in
# cp1252 for Big5, and French in mac-roman for mac-iceland, so these are tried before it.
_WESTERN = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_LETTERS = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœúùûüÿß")
_SIGNS = frozenset("«»“”‘’„‚–—…\u00a0\u202f€£°©®•·§")
# Two accents in a row occur ("créée"); three are another script read wrongly ("Ïðèâåò").
_LONGEST_ACCENT_RUN = 2
# Share of non-ASCII characters that must be usual. Of the single sentences of FLORES-200 dev, French
# and English, that are not ASCII: cp1252 975 of 975 right, iso8859-15 784 of 784, mac-roman 962 of
# 975, cp850 434 of 776 (the rest taken for mac-roman); Greek and Russian stay below it.
_USUAL_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, byte order mark included, and the codec that gives the same bytes back.

    `note` is one line for the reader when the encoding had to be guessed or something in the file
    was not read, else empty. `container` is the file around the text, where the file is not just
    the text, and `not_read` what in it is no part of the text but should be.
    """

    text: str
    encoding: str
    note: str = ""
    container: Container | None = None
    not_read: tuple[NotRead, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    r"""Decode `data`; `name` is only for messages.

    `declared` is the encoding that the file itself names (HTML, XML); it is believed where no byte
    order mark says otherwise and it gives the same bytes back.

    Raises:
        InputError: too large, not text, or not decodable (with the byte offset).

    >>> decode(b"caf\xc3\xa9", "a.txt").text
    'café'
    >>> decode("Le café est fermé.".encode("cp1252"), "a.txt").note
    'not UTF-8, read as cp1252'
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: larger than {MAX_BYTES // 2**20} MB; split the file")
    marked = _decode_marked(data, name)
    if marked:
        return marked
    _refuse_signature(data, name)
    named = _decode_declared(data, declared) if declared else None
    if named:
        return named
    unmarked = _decode_utf16(data)
    if unmarked:
        return unmarked
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as err:
        return _decode_legacy(data, name, err)
    nuls = data.count(0, 0, _SAMPLE)
    if nuls >= _MANY_NULS and nuls > _DENSE_NULS * min(len(data), _SAMPLE):
        raise _not_text(name, "binary")
    return Decoded(text, "utf-8")


def _decode_marked(data: bytes, name: str) -> Decoded | None:
    """Decode data that starts with a byte order mark, which stays in the text as U+FEFF."""
    error: UnicodeDecodeError | None = None
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError as err:
            error = err  # FF FE 00 00 may still be UTF-16 that starts with a NUL
    if error is None:
        return None
    raise InputError(
        f"{name}: byte offset {error.start}: not valid {error.encoding.upper()}, though the byte "
        f"order mark says so; save the file again as UTF-8"
    ) from error


def _decode_declared(data: bytes, declared: str) -> Decoded | None:
    """Decode as the file says; None if there is no such codec, or it does not fit."""
    try:
        encoding = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if encoding in ("iso8859-1", "ascii"):
        encoding = "cp1252" if _decode_exactly(data, "cp1252") is not None else encoding
    text = _decode_exactly(data, encoding)
    return None if text is None else Decoded(text, encoding)


def _decode_utf16(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark: every second byte of Western text is a NUL."""
    sample = data[:_SAMPLE]
    units = len(sample) // 2
    if units < _FEWEST_UNITS or len(data) % 2:
        return None
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if sample[high::2].count(0) < _ZERO_HIGH_SHARE * units or sample[low::2].count(0):
            continue
        try:
            return Decoded(data.decode(encoding), encoding, f"no mark, read as {encoding}")
        except UnicodeDecodeError:
            continue
    return None


def _refuse_signature(data: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _not_text(name, kind)


def _not_text(name: str, kind: str) -> InputError:
    article = "an" if kind == "SQLite" else "a"
    return InputError(f"{name}: looks like {article} {kind} file, not text; save it as plain text")


def _decode_legacy(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    """Decode data that is not UTF-8; `error` says where it stopped being so."""
    start = max(0, error.start - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _BINARY_SHARE * len(sample):
        raise _not_text(name, "binary")
    if _is_damaged_utf8(sample):
        raise InputError(
            f"{name}: byte offset {error.start}: 0x{data[error.start]:02x} is not valid UTF-8, "
            f"though the text around it is; repair that place, or save the file again as UTF-8"
        ) from error
    for encoding in _candidates(sample):
        text = _decode_exactly(data, encoding)
        if text is not None:
            return Decoded(text, encoding, f"not UTF-8, read as {encoding}")
    raise InputError(
        f"{name}: byte offset {error.start}: 0x{data[error.start]:02x} is not valid UTF-8 and no "
        f"other encoding fits; save the file again as UTF-8"
    ) from error


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether at least as many UTF-8 sequences are whole as bytes are stray.

    Legacy text makes valid sequences only by chance: one in eight characters of Chinese in GBK,
    almost none of French in cp1252.
    """
    escaped = sample.decode("utf-8", "surrogateescape")
    stray = len(re.findall("[\udc80-\udcff]", escaped))
    return len(re.findall("[^\x00-\x7f]", escaped)) - stray >= stray


def _candidates(sample: bytes) -> Iterator[str]:
    """Codec names, likeliest first."""
    fits = {codec: _western_fit(sample, codec) for codec in _WESTERN}
    for codec in sorted(_WESTERN, key=lambda codec: fits[codec], reverse=True):  # stable
        if fits[codec][0] >= _USUAL_SHARE:
            yield codec
    # Late: reading a UTF-8 file should not pay for loading it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    printable = bytes(range(32, 127))
    for match in from_bytes(sample):
        # "Café" in cp1252 is also four letters of EBCDIC.
        if match.encoding.startswith("utf_") or _decode_exactly(printable, match.encoding) == (
            printable.decode("ascii")
        ):
            yield match.encoding.replace("_", "-")
    yield _WESTERN[0]


def _western_fit(sample: bytes, codec: str) -> tuple[float, bool, float]:
    """Share of the non-ASCII characters that stand where Western European text has them.

    And, to choose among codecs that fit as well: whether it is the likeliest ("ÉTÉ" in cp1252 is
    "…T…" in mac-roman), and the share that are no capitals ("étrangères" in cp850 is "Çtrangäres"
    in mac-roman).
    """
    text = sample.decode(codec, "replace")
    usual = plain = total = 0
    for match in re.finditer(r"[^\x00-\x7f]+", text):
        run = match.group()
        total += len(run)
        letters = sum(char.isalpha() for char in run)
        if letters > _LONGEST_ACCENT_RUN:
            continue
        usual += sum(map(_is_usual, (text[match.start() - 1 : match.start()] or " ") + run, run))
        plain += sum(not char.isupper() for char in run)
    return usual / max(total, 1), codec == _WESTERN[0], plain / max(total, 1)


def _is_usual(before: str, char: str) -> bool:
    """Whether `char` may follow `before`: no capital in the middle of a small-letter word."""
    if char in _SIGNS:
        return True
    return char.lower() in _LETTERS and not (char.isupper() and before.islower())


def _decode_exactly(data: bytes, encoding: str) -> str | None:
    """The text, or None if the codec fails or would not give the same bytes back."""
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None
