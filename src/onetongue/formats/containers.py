r"""The lines by which documentation opens and closes a box: `!!! note "Title"`, `::: tip`, `/// note | Title`.

Responsible for: telling such a line, and where the words of its title stand; a program reads the rest.
Not responsible for: what stands in the box.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_END: Final = r"[ \t]*$"
_LINES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # MkDocs: `!!! note inline end "Title"`: of more words than these it is somebody shouting.
        r"[ \t]*(?:!!!|\?\?\?\+?|===[!+]{0,2})[ \t]*"
        rf'(?=[\w"])(?:[\w-]+(?:[ \t]+[\w-]+){{0,3}})?(?:[ \t]*"(?P<title>.*)")?{_END}',
        # `::: warning Title`, `:::note[Title]`, `::: {{.note}}`, and `:::` alone, which ends one.
        r"[ \t]*:{3,}(?:[ \t]*(?P<type>\{[^{}]*\}|[\w.-]+)"
        r"(?:\[(?P<label>.*)\]|[ \t]+(?P<title>[^\s{:][^{}]*))?)?"
        rf"[ \t]*(?:\{{[^{{}}]*\}})?[ \t]*:*{_END}",
        # PyMdown: `/// note | Title`; what stands there of HTML is no title. `///` alone ends one.
        rf"[ \t]*/{{3,}}[ \t]*(?:html[ \t]*\|.*|[\w-]+(?:[ \t]*\|[ \t]*(?P<title>.*?))?)?{_END}",
        # reStructuredText, with nothing on its line.
        rf"[ \t]*\.\.[ \t]+[A-Za-z][\w:.+-]*::{_END}",
    )
)
# Of a quotation: it is the first line.
_ALERT: Final = re.compile(rf"\[![A-Za-z][\w-]*\][+-]?(?:[ \t]+(?P<title>.*?))?{_END}")
_CLOSING: Final = re.compile(r"[ \t]*(?::{3,}|/{3,})[ \t]*$")
_SIGNS: Final = tuple("!?=:/.[")


class ContainerLine(NamedTuple):
    """The title stands from `start` to `end`, which are equal where there is none."""

    start: int
    end: int
    is_end: bool


def container_line(row: str, *, is_first: bool = True) -> ContainerLine | None:
    """What a line says that opens or closes a box; None for another.

    `is_first` is whether it is the first of its paragraph: only there an alert begins.

    >>> container_line('!!! note "Avis"'), container_line("/// ici on parle"), container_line(":::")
    (ContainerLine(start=10, end=14, is_end=False), None, ContainerLine(start=0, end=0, is_end=True))
    """
    if not row.lstrip(" \t").startswith(_SIGNS):
        return None
    for pattern in (*_LINES, _ALERT) if is_first else _LINES:
        if found := pattern.match(row):
            named = found.groupdict()
            name = next((n for n in ("title", "label") if (named.get(n) or "").strip()), "")
            start, end = found.span(name) if name else (0, 0)
            return ContainerLine(start, end, _CLOSING.match(row) is not None)
    return None
