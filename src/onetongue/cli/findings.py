"""What `normalize --check` found, for machines: collected from all files, written as one document.

Responsible for: checking every file whatever happens to the others, and where each finding stands.
Not responsible for: how a document of findings looks (`machine_formats`), lines for people (`task`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import typer

from onetongue.cli.checked import Checked, Finding
from onetongue.cli.console import each, name_of, open_document, out, say
from onetongue.cli.listing import count
from onetongue.cli.machine_formats import WRITERS
from onetongue.errors import OnetongueError
from onetongue.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.cli.checked import OutputFormat
    from onetongue.document import Detection, Document
    from onetongue.normalizer import Normalizer


def check_all(
    normalizer: Normalizer, files: Sequence[str], output_format: OutputFormat, *, quiet: bool
) -> NoReturn:
    """Check all files, write what was found as one document to standard output, and exit."""
    checked: list[Checked] = []

    def check(file: str) -> bool:
        name = name_of(file)
        try:
            document = open_document(normalizer, file, quiet=quiet)
            detection = normalizer.inspect(document)
            findings = tuple(_findings(name, document, detection))
        except (OnetongueError, OSError) as err:
            reason = err.strerror if isinstance(err, OSError) else None
            checked.append(Checked(name, error=reason or str(err)))
            raise
        notes = tuple(map(str, detection.parallel))
        checked.append(Checked(name, findings, notes))
        if not quiet:
            for note in notes:
                say(f"{name}: {note}")
            say(f"{name}: {count(len(findings))} to translate")
        return bool(findings)

    try:
        each(files, check)
    except typer.Exit:
        # A lone surrogate (a file name that is not UTF-8) becomes \udce9, which JSON reads back.
        out(WRITERS[output_format](checked).encode("utf-8", "backslashreplace"))
        raise


def _findings(name: str, document: Document, detection: Detection) -> Iterator[Finding]:
    lines = Lines(document.text)
    mark = int(document.text.startswith("\ufeff"))
    for segment in detection.segments:
        span, evidence = segment.span, segment.evidence
        line, column = lines.place(span.start)
        end_line, last_column = lines.place(span.end - 1)
        yield Finding(
            file=name,
            line=line,
            column=column,
            end_line=end_line,
            end_column=last_column + 1,
            start=span.start,
            end=span.end,
            offset=span.start - mark,
            text=segment.text,
            kind=segment.kind,
            language=segment.language,
            confidence=evidence.confidence,
            reason=evidence.reason,
        )
