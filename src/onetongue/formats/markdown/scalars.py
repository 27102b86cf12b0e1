"""Words as the scalars of YAML.

Responsible for: what is written for words in each kind of scalar, with its escapes and quotation marks.
Not responsible for: reading one, or which values are prose (`front`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# What a plain scalar cannot begin with, hold or be; YAML 1.1 takes these words for no text.
UNSAFE = re.compile(
    r"[-?:](?:\s|\Z)|[\s,\[\]{}#&*!|>'\"%@`]|.*(?::(?:\s|\Z)|\s#|\n|\s\Z)"
    r"|(?:y|yes|n|no|true|false|on|off|null|~|[-+.\d][-+.:,_\deEx]*)\Z",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class InLines:
    """Writes words whose lines stay lines, each after `newline`, which ends with the indent."""

    newline: str

    def __call__(self, words: str) -> str:
        """The words, with their line breaks as the scalar has them."""
        return self.newline.join(line.strip() for line in words.splitlines() if line.strip())


def on_one_line(words: str) -> str:
    """Words in which no line ends."""
    return " ".join(words.splitlines())


def in_double(words: str) -> str:
    r"""Words inside double quotation marks.

    >>> in_double('a "b"')
    'a \\"b\\"'
    """
    return on_one_line(words).replace("\\", "\\\\").replace('"', '\\"')


def in_single(words: str) -> str:
    """Words inside single quotation marks.

    >>> in_single("it's")
    "it''s"
    """
    return on_one_line(words).replace("'", "''")


def as_plain(words: str) -> str:
    """A whole value without quotation marks, or with them where it needs them.

    >>> as_plain("No news"), as_plain("News: none")
    ('No news', '"News: none"')
    """
    words = on_one_line(words)
    return f'"{in_double(words)}"' if UNSAFE.match(words) else words


def of_plain(value: str) -> str:
    """What `as_plain` made a value of.

    >>> of_plain(as_plain('News: "none"'))
    'News: "none"'
    """
    if not value.startswith('"'):
        return value
    return re.sub(r"\\(.)", r"\1", value[1:-1])
