"""What of a text a person is shown on one line.

Responsible for: its beginning between quotation marks, the same on a terminal, in an account and in CI.
Not responsible for: where that is written (`cli`, `formats.left_out`).
"""

from __future__ import annotations

from typing import Final

_SHOWN: Final = 60  # code points
READ: Final = 4 * _SHOWN  # and looked at for that: many may be white space


def shorten(text: str) -> str:
    r"""Quote a text on one line, cut where it is long.

    >>> shorten("le  chat\ndort"), len(shorten("a" * 100))
    ('"le chat dort"', 62)
    """
    folded = " ".join(text[:READ].split())
    cut = len(folded) > _SHOWN or len(text) > READ
    return f'"{folded[: _SHOWN - 1].rstrip()}…"' if cut else f'"{folded}"'
