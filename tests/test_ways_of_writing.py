"""The same French paragraph, in every way in which its letters come: found, left alone or refused.

What is found is asked for in plain letters and translated alike; all the rest stays, byte for byte.
"""

from __future__ import annotations

import unicodedata

import pytest
from support.engine import Engine

import onetongue as ot
from onetongue.errors import InputError

BEFORE = "The harbour office met on Friday to talk about the plans for the new season.\n\n"
FRENCH = "La piscine a été fermée à cause de la tempête ; l'équipe espère la rouvrir près de Noël."
ENGLISH = "The pool is closed after the storm; the team hopes to open it again near Christmas."
AFTER = "\n\nThe next visit is in June, and everybody is welcome to come along.\n"

LOOKED_UP = {"é": r"\'e", "è": r"\`e", "ê": r"\^e", "à": r"\`a", "ë": r"\"e"}
BARE = unicodedata.normalize("NFD", FRENCH).encode("ascii", "ignore").decode()
SEPARATED = BEFORE.strip() + "\u2028{}\u2028" + AFTER.strip() + "\n"


def escaped(form: str) -> str:
    """The paragraph with its letters outside ASCII written in a form."""
    return "".join(c if c.isascii() else form.format(ord(c)) for c in FRENCH)


def with_bytes(encoding: str) -> str:
    """The paragraph with a form of its own for each byte outside ASCII."""
    data = FRENCH.encode()
    return "".join(chr(b) if b < 128 else encoding.format(b) for b in data)


def normalized(data: bytes) -> ot.NormalizedDocument:
    engine = Engine({FRENCH: ENGLISH, BARE: ENGLISH})
    normalizer = ot.Normalizer(ot.Options(markers="none"), engine=engine)
    return normalizer.normalize_bytes(data, name="notes.txt")


FOUND = {
    "utf-8": (FRENCH, "utf-8", BEFORE + "{}" + AFTER),
    "byte order mark": (FRENCH, "utf-8-sig", BEFORE + "{}" + AFTER),
    "cp1252": (FRENCH, "cp1252", BEFORE + "{}" + AFTER),
    "cp850": (FRENCH, "cp850", BEFORE + "{}" + AFTER),
    "mac-roman": (FRENCH, "mac-roman", BEFORE + "{}" + AFTER),
    "utf-16": (FRENCH, "utf-16", BEFORE + "{}" + AFTER),
    "utf-16-be, no mark": (FRENCH, "utf-16-be", BEFORE + "{}" + AFTER),
    "combining accents": (unicodedata.normalize("NFD", FRENCH), "utf-8", BEFORE + "{}" + AFTER),
    "two carriage returns": (FRENCH, "utf-8", BEFORE.replace("\n\n", "\r\r\n") + "{}" + AFTER),
    "line separators": (FRENCH, "utf-8", SEPARATED),
    "NUL at the end": (FRENCH, "utf-8", BEFORE + "{}" + AFTER + "\0\0\n"),
    "no accents": (BARE, "utf-8", BEFORE + "{}" + AFTER),
    "escapes of a program": (escaped(r"\u{:04x}"), "ascii", BEFORE + "{}" + AFTER),
    "references": (escaped("&#{};"), "ascii", BEFORE + "{}" + AFTER),
    "soft hyphens": (FRENCH.replace("ff", "f\u00adf").replace("erm", "er\u00adm"), "utf-8", BEFORE + "{}" + AFTER),
    "zero-width spaces": (FRENCH.replace(" ", "\u200b ", 4), "utf-8", BEFORE + "{}" + AFTER),
    "no-break spaces": (FRENCH.replace(" ;", "\u202f;").replace("à ", "à\u00a0"), "utf-8", BEFORE + "{}" + AFTER),
}  # fmt: skip


@pytest.mark.parametrize(("written", "encoding", "frame"), FOUND.values(), ids=FOUND)
def test_it_is_found_and_reads_alike(written: str, encoding: str, frame: str) -> None:
    data = frame.format(written).encode(encoding)
    result = normalized(data)
    assert [record.segment.text for record in result.records] == [written]
    assert result.encode() == frame.format(ENGLISH).encode(encoding)


def test_marks_of_direction_stay() -> None:
    data = (BEFORE + "\u200e" + FRENCH + "\u200e" + AFTER).encode()
    assert normalized(data).encode().decode() == BEFORE + "\u200e" + ENGLISH + "\u200e" + AFTER


def test_a_title_with_its_letters_apart() -> None:
    engine = Engine({"La piscine est fermée": "The pool is closed"})
    normalizer = ot.Normalizer(ot.Options(markers="none"), engine=engine)
    title = "L A   P I S C I N E   E S T   F E R M É E"
    assert (
        normalizer.normalize(BEFORE + title + AFTER).text == BEFORE + "THE POOL IS CLOSED" + AFTER
    )


LEFT = {
    "read wrongly": FRENCH.encode().decode("cp1252", "replace"),
    "LaTeX": "".join(LOOKED_UP.get(c, c) for c in FRENCH),
    "quoted-printable": with_bytes("={:02X}"),
    "percent signs": with_bytes("%{:02X}"),
}


@pytest.mark.parametrize("written", LEFT.values(), ids=LEFT)
def test_what_cannot_be_read_stays(written: str) -> None:
    data = (BEFORE + written + AFTER).encode()
    result = normalized(data)
    assert (result.records, result.encode()) == ((), data)


@pytest.mark.parametrize("name", ["read wrongly", "LaTeX", "quoted-printable"])
def test_and_is_told(name: str) -> None:
    result = normalized((BEFORE + LEFT[name] + AFTER).encode())
    assert result.left_alone or result.source.not_read


def test_two_encodings_in_one_file_are_refused() -> None:
    data = (BEFORE + FRENCH + "\n").encode() + "Une autre séance aura lieu.\n".encode("cp1252")
    place = data.index(b"\xe9ance")
    with pytest.raises(InputError, match=f"byte offset {place}: 0xe9 is not valid UTF-8"):
        normalized(data)
