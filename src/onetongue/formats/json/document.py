"""JSON: one value, of which the strings are read and nothing else is touched.

Responsible for: `FORMAT`, and refusing a text that is no JSON, with the place.
Not responsible for: which strings are prose (`values`), lines of JSON (`lines`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.errors import InputError
from onetongue.formats.encoding import Decoded, decode
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.json.strings import BOM, fault, strings
from onetongue.formats.json.values import StringReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Markers, Span
    from onetongue.formats.json.strings import Fault


class _Json:
    """JSON as a format. A marker in a string would be read by machines, so there is none."""

    markers: tuple[Markers, ...] = ("none",)

    def decode(self, data: bytes, name: str) -> Decoded:
        return decode(data, name)

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        content = text.removeprefix(BOM)
        if not content.strip():
            return Read(())
        if wrong := fault(content):
            raise InputError(f"{settings.name or 'text'}: {_place(content, wrong)}")
        values = StringReader(text, protected, settings.fields)
        regions = tuple(values.read(strings(text, len(text) - len(content))))
        aside, left = tuple(values.aside), tuple(values.left_out)
        return Read(regions, values.notes(), aside=aside, left_out=left)


FORMAT: Format = _Json()


def _place(content: str, wrong: Fault) -> str:
    """Where and why it is no JSON, and what to do if it is JSON Lines."""
    line = content.count("\n", 0, wrong.offset) + 1
    column = wrong.offset - content.rfind("\n", 0, wrong.offset)
    is_lines = line > 1 and fault(content[: content.index("\n")]) is None
    advice = "; --format jsonl reads one value a line" if is_lines else ""
    return f"line {line}, column {column}: not JSON: {wrong.message}{advice}"
