"""The command-line program Apertium: calling it, and what it would run for a mode.

Responsible for: one call, in time; the programs a mode consists of, where they may be kept alive.
Not responsible for: keeping them alive (`apertium_mode`), which modes are wanted (`apertium`).
"""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path
from subprocess import PIPE, TimeoutExpired
from typing import TYPE_CHECKING, Final

from onetongue.engines.process_group import IS_POSIX, ProcessGroup
from onetongue.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Sequence

TIMEOUT: Final = 60.0  # seconds, of which starting takes 0.1
WRITTEN: Final = "$1"  # stands in a mode for how words are written: with marks (-g) or without (-n)
_TAGGED: Final = "$2"  # stands in a mode for an option that shows all a word could be; we have none
# The programs that pass a NUL on at once: with -z, or without it where Apertium gives them none. A
# mode may name any other, such as vislcg3 or sed, and that might keep a text for ever.
_FLUSHING: Final = frozenset(
    """apertium-anaphora apertium-extract-caps apertium-interchunk apertium-postchunk
    apertium-posttransfer apertium-pretransfer apertium-restore-caps apertium-tagger
    apertium-transfer apertium-wblank-attach apertium-wblank-detach cg-proc hfst-proc lrx-proc
    lsx-proc lt-proc rtx-proc""".split()
)


def run(arguments: Sequence[str], text: str, timeout: float) -> str:
    """What `apertium` with `arguments` makes of `text`, in `timeout` seconds.

    Raises:
        TranslationError: it is not installed, failed, or took too long: then it was killed.
    """
    program = shutil.which("apertium")
    if program is None:
        raise TranslationError("apertium: not installed any more; run `apt-get install apertium`")
    return _run([program, *arguments], text, timeout)


def programs(mode: str) -> list[list[str]] | None:
    """The programs of a mode and their arguments, `WRITTEN` among them, as `apertium -z` runs them.

    None where not all are known to pass a NUL on, or Apertium is too old to tell.
    """
    apertium = shutil.which("apertium")
    if apertium is None or not IS_POSIX:
        return None
    usual = Path(apertium).resolve().parent.parent / "share" / "apertium"
    file = Path(os.environ.get("APERTIUM_DATADIR") or usual, "modes", f"{mode}.mode")
    teller = shutil.which("apertium-wblank-mode", path=environment()["PATH"])
    if teller is None or not file.is_file():
        return None
    try:
        row = _row(_run([teller, "-z", str(file)], "", TIMEOUT))
    except (TranslationError, ValueError):  # older, or quotes without an end
        return None
    return row if _may_be_kept(row) else None


def environment() -> dict[str, str]:
    """The environment Apertium gives its programs: its own folder first, and UTF-8."""
    apertium = Path(shutil.which("apertium") or "").resolve()
    first = os.environ.get("APERTIUM_PATH") or str(apertium.parent)
    path = f"{first}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}


def _row(line: str) -> list[list[str]]:
    """The words of each program in a line for a shell. Raises ValueError where it is none."""
    words = shlex.shlex(line, posix=True, punctuation_chars=True)
    words.whitespace_split, words.commenters = True, ""
    row: list[list[str]] = [[]]
    for word in words:
        if word == "|":
            row.append([])
        elif word != _TAGGED:
            row[-1].append(word)
    return row


def _may_be_kept(row: Sequence[Sequence[str]]) -> bool:
    """Whether all programs are known, one takes `WRITTEN`, and nothing else is left to a shell."""
    words = [word for one in row for word in one]
    return (
        all(one and one[0] in _FLUSHING for one in row)
        and words.count(WRITTEN) == 1
        and WRITTEN not in row[0]
        and not any(set(word) <= set("();<>|&") or "$" in word for word in words if word != WRITTEN)
    )


def _run(command: Sequence[str], text: str, timeout: float) -> str:
    name = " ".join([Path(command[0]).name, *command[1:]])
    try:
        with ProcessGroup() as group:
            process = group.start(command, stdin=PIPE, stderr=PIPE)
            output, errors = process.communicate(text.encode(), timeout)
    except TimeoutExpired as err:
        raise TranslationError(f"{name}: no answer within {timeout:.0f} s; try again") from err
    except OSError as err:
        raise TranslationError(f"{name}: cannot be run ({err}); install it again") from err
    if process.returncode:
        reason = " ".join(errors.decode("utf-8", "replace").split()[:30])
        raise TranslationError(f"{name}: failed with status {process.returncode} ({reason})")
    return output.decode("utf-8", "replace")
