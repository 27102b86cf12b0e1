"""An Apertium of shell scripts, laid out like the real one: programs in `bin`, modes in `share`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from support.processes import changing, noted

if TYPE_CHECKING:
    from pathlib import Path

# It knows every word but "inconnu"; the program that writes words takes the mark off where told to.
MARKING = "piece = piece.replace(b'inconnu', b'*inconnu')"
WRITING = "piece = piece.replace(b'*' * (sys.argv[2] == '-n'), b'')"
ROW = "lt-proc -z 'un dico.bin' | apertium-tagger -z -g $2 'a|b' | lt-proc -z $1 gen.bin"


class FakeApertium(NamedTuple):
    """`calls` notes each call of `apertium`, `processes` each program kept alive, by its number."""

    bin: Path
    modes: Path
    calls: Path
    processes: Path

    def program(self, name: str, script: str, notes: Path | None = None) -> None:
        """Put a program there."""
        path = self.bin / name
        lines = noted(notes, script)[-1] if notes else script
        path.write_text(f"#!/bin/sh\n{lines}\n")
        path.chmod(0o755)

    def mode(self, row: str, name: str = "fr-en") -> None:
        """Put a mode there."""
        (self.modes / f"{name}.mode").write_text(f"{row}\n")


def build(folder: Path) -> FakeApertium:
    """One with the mode fr-en, all of whose programs are known."""
    folders = (folder / "bin", folder / "share/apertium/modes", folder / "calls", folder / "kept")
    for one in folders:
        one.mkdir(parents=True)
    fake = FakeApertium(*folders)
    fake.program("apertium", "cat", fake.calls)
    fake.program("apertium-wblank-mode", 'test "$1" = -z && cat "$2"')
    write = changing(WRITING)
    marking = changing(MARKING)
    fake.program("lt-proc", f'case "$*" in *dico*) {marking};; esac; {write} "$@"', fake.processes)
    fake.program("apertium-tagger", "exec cat", fake.processes)
    fake.mode(ROW)
    return fake
