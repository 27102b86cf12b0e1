"""Text to bytes, in the encoding its document came in.

Responsible for: one way to encode, for writing and for checksums alike, and a message that says
which character does not fit; English typography typed as an old encoding can.
Not responsible for: guessing an encoding, or decoding (`formats`).
"""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from typing import Final

from onetongue.errors import InputError

# These add a byte order mark of their own; ours is part of the text.
_ADDS_MARK = frozenset({"utf-8-sig", "utf-16", "utf-32"})

# English typography that an 8-bit encoding may lack, and what it is typed as there.
PLAIN_TYPOGRAPHY: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u202f": " ", "€": "EUR",
}  # fmt: skip


def can_hold(encoding: str, text: str) -> bool:
    """Tell whether an encoding has all characters of a text.

    >>> can_hold("latin-1", "é"), can_hold("latin-1", "“")
    (True, False)
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def typed(text: str, encoding: str) -> str:
    """Type plainly the typography that an encoding lacks; what else it lacks stays.

    >>> typed("“No”, she said…", "latin-1")
    '"No", she said...'
    """
    if can_hold(encoding, text):
        return text
    return "".join(PLAIN_TYPOGRAPHY.get(c, c) if not can_hold(encoding, c) else c for c in text)


def encode_text(text: str, encoding: str, *, advice: str = "convert the file to UTF-8") -> bytes:
    r"""Encode `text`; lone surrogates pass where the encoding has room for them.

    Args:
        text: What to encode, its byte order mark (U+FEFF) included where it has one.
        encoding: A Python codec name; byte order named (`utf-16-le`), never `utf-8-sig`.
        advice: What a reader of the error can do when a character does not fit.

    Raises:
        InputError: a character the encoding cannot write, or no such encoding.

    >>> encode_text("\ufeffé", "utf-8")
    b'\xef\xbb\xbf\xc3\xa9'
    """
    require_encoding(encoding)
    try:
        return text.encode(encoding, "surrogatepass")
    except UnicodeEncodeError as err:
        character = err.object[err.start]
        name = unicodedata.name(character, "unnamed")
        raise InputError(
            f"{encoding} cannot write {character!r} (U+{ord(character):04X} {name}): {advice}"
        ) from err
    except (LookupError, ValueError) as err:  # codecs that are no text encodings, or refuse
        raise InputError(f"the text cannot be written in {encoding!r}: {err}; {advice}") from err


def require_encoding(encoding: str) -> None:
    """Check that there is such an encoding, and that it adds nothing to the text.

    Raises:
        InputError: there is not, or it does.

    >>> require_encoding("utf-8")
    """
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError) as err:
        raise InputError(f"unknown encoding {encoding!r}") from err
    if codec.name in _ADDS_MARK:
        raise InputError(
            f"{encoding!r} adds a byte order mark; name the encoding without one "
            "(utf-8, utf-16-le) and keep U+FEFF in the text"
        )


def checksum(text: str, encoding: str) -> str:
    """Give the SHA-256 of `text` in `encoding`, in hexadecimal.

    Raises:
        InputError: as `encode_text`.

    >>> checksum("", "utf-8")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(encode_text(text, encoding)).hexdigest()
