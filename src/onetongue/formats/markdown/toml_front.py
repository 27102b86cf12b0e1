"""The TOML at the head of a Markdown file: the values that are prose.

Responsible for: which strings on one line are the values of keys that a page shows, and where.
Not responsible for: TOML itself (the standard library reads it), which keys these are and where the
front matter ends (`front`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# `title = "…"`, `params.title = "…"`; other kinds of strings hold no quotation mark or more lines.
_PAIR: Final = re.compile(r"[ \t]*(?:[\w-]+[ \t]*\.[ \t]*)*(?P<key>[\w-]+)[ \t]*=[ \t]*", re.ASCII)
_STRING: Final = re.compile(r"\"\"\"|'|\"")


class TomlString(NamedTuple):
    """A string: its key, which row of the front matter it is on, and where its value begins and ends.

    `is_plain` is whether it stands between two quotation marks.
    """

    key: str
    row: int
    start: int
    stop: int
    is_plain: bool


def toml_strings(
    lines: str, rows: list[tuple[int, int]], keys: Collection[str]
) -> list[TomlString] | None:
    r"""The strings under these keys, in order; None if the rows are no TOML.

    >>> [one.key for one in toml_strings('title = "Le titre"\nslug = "a"\n', [(0, 18), (19, 29)], {"title"})]
    ['title']
    """
    import tomllib  # noqa: PLC0415 - few files have any

    try:
        held = tomllib.loads("\n".join(lines[start:stop] for start, stop in rows))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    values = set(_strings(held))
    found = []
    for i, (start, stop) in enumerate(rows):
        pair = _PAIR.match(lines, start, stop)
        if pair is None or pair["key"].lower() not in keys:
            continue
        quote = _STRING.match(lines, pair.end(), stop)
        if quote is None:
            continue
        is_plain = quote[0] == '"'
        # A line that looks like a pair may stand inside a string of several.
        if is_plain and not _holds(values, pair["key"], lines[pair.end() : stop]):
            continue
        found.append(TomlString(pair["key"], i, pair.end(), stop, is_plain))
    return found


def _strings(held: Any) -> Iterator[tuple[str, str]]:
    """Every string that is the value of a key, with the key."""
    for key, value in held.items() if isinstance(held, dict) else ():
        if isinstance(value, str):
            yield key, value
        yield from _strings(value)
    for value in held if isinstance(held, list) else ():
        yield from _strings(value)


def _holds(values: set[tuple[str, str]], key: str, written: str) -> bool:
    import tomllib  # noqa: PLC0415 - see above

    try:
        return (key, tomllib.loads(f"x = {written}")["x"]) in values
    except tomllib.TOMLDecodeError:
        return False
