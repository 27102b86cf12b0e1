"""The commands `onetongue memory import`, `export` and `stats`.

Responsible for: a translation memory's entries from TMX files and to one, and counting them.
Not responsible for: using a memory (`--memory` of other commands); what TMX is.
"""

from __future__ import annotations

from collections import Counter
from io import BufferedWriter, BytesIO, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetongue.cli.console import STDIN, each, name_of, out, read, refuse, say, write
from onetongue.cli.options import Output, new_app
from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed import ReadableBuffer

app = new_app(no_args_is_help=True)

MemoryPath = Annotated[str, typer.Argument(metavar="MEMORY", help="translation memory")]
TmxFiles = Annotated[list[str], typer.Argument(metavar="FILE...", help="TMX; - is standard input")]
OnlyFrom = Annotated[str | None, typer.Option("--from", metavar="TAG", help="only this language")]
OnlyTo = Annotated[str | None, typer.Option("--to", metavar="TAG", help="only into this language")]
BothWays = Annotated[
    bool, typer.Option("--both-ways", help="people's translations are also used the other way")
]


@app.callback()
def memory() -> None:
    """Translation memories."""


@app.command("import")
def import_tmx(memory: MemoryPath, files: TmxFiles, *, both_ways: BothWays = False) -> None:
    """Add what TMX files hold, each whole or not at all. The memory is made if it is not there."""
    from onetongue.formats import MAX_BYTES  # noqa: PLC0415 - see the package
    from onetongue.terms import tmx  # noqa: PLC0415 - see the package
    from onetongue.terms.memory import Memory  # noqa: PLC0415 - see the package

    def add(file: str) -> bool:
        content, name = read(file), name_of(file)
        if len(content) > MAX_BYTES:
            raise InputError(f"{name}: larger than {MAX_BYTES // 2**20} MB; split the file")
        # Read twice: a bad file neither makes a memory nor keeps others from writing to it.
        pairs = Counter(
            (entry.source_language, entry.target_language)
            for entry in tmx.read(content, name, both_ways=both_ways)
        )
        with Memory(memory) as opened:
            opened.add(tmx.read(content, name, both_ways=both_ways))
        counts = (f"{count} {pair[0]} to {pair[1]}" for pair, count in sorted(pairs.items()))
        say(f"{name}: {', '.join(counts) or 'no translations'}")
        return False

    each(files, add)


@app.command("export")
def export_tmx(
    memory: MemoryPath,
    output: Output = None,
    *,
    source: OnlyFrom = None,
    target: OnlyTo = None,
) -> None:
    """Write the entries as TMX 1.4b."""
    from onetongue.terms import tmx  # noqa: PLC0415 - see the package
    from onetongue.terms.memory import Memory  # noqa: PLC0415 - see the package

    if output and output != STDIN and Path(output).resolve() == Path(memory).resolve():
        refuse("--output", "would replace the memory")
    Path(memory).stat()  # opening would make it
    with Memory(memory) as opened:
        entries = (
            entry
            for entry in opened.entries()
            if source in (None, entry.source_language) and target in (None, entry.target_language)
        )
        if output and output != STDIN:
            file = BytesIO()
            tmx.write(entries, file)
            write(output, file.getvalue())
        else:
            with BufferedWriter(_Stdout()) as stream:
                tmx.write(entries, stream)


@app.command()
def stats(memory: MemoryPath) -> None:
    """Count the entries and how often they were used, by languages and origin."""
    from onetongue.terms.memory import Memory  # noqa: PLC0415 - see the package

    Path(memory).stat()  # opening would make it
    with Memory(memory) as opened:
        tallies = opened.stats()
    out(_table([("from", "to", "origin", "entries", "uses"), *tallies]))


class _Stdout(RawIOBase):
    """Standard output as a stream, so that a memory of any size passes through."""

    def writable(self) -> bool:
        return True

    def write(self, content: ReadableBuffer) -> int:
        chunk = bytes(content)
        out(chunk)
        return len(chunk)


def _table(rows: Iterable[tuple[object, ...]]) -> str:
    """Align columns: words to the left, numbers to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    words = 3  # the languages and the origin
    lines = (
        "  ".join(
            cell.ljust(width) if i < words else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    )
    return "".join(f"{line}\n" for line in lines)
