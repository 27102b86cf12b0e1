"""What `normalize --check` found, as values.

Responsible for: a finding and where it stands, a file that was checked, and the names of the formats
that both are written in.
Not responsible for: finding (`findings`), how a format looks (`machine_formats`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from onetongue.document import SegmentKind

OutputFormat: TypeAlias = Literal["text", "json", "github", "sarif", "junit"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A segment to translate and where it stands.

    Lines and columns count from 1, the end column is that after the last code point. `start` and
    `end` are code points of the decoded text, as `onetongue detect --json` has them; `offset` is
    `start` as if there were no byte order mark.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    offset: int
    text: str
    kind: SegmentKind
    language: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what was found in it, or the error that kept it from being checked.

    `notes` say what the file is, each on one line.
    """

    file: str
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
