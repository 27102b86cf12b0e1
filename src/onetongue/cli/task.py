"""What `normalize` does with each file.

Responsible for: listing, comparing or writing the document, its account, and the closing line.
Not responsible for: arguments and what they may not be combined with (`normalize`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onetongue.cli.console import name_of, open_document, out, say, write
from onetongue.cli.listing import count, located
from onetongue.errors import InputError, IntegrityError
from onetongue.excerpt import shorten
from onetongue.formats.whereabouts import whereabouts
from onetongue.write import encode_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.account import NormalizedDocument
    from onetongue.document import Detection
    from onetongue.normalizer import Normalizer


_MOST: Final = 10  # segments that are named; who has more reads the account


@dataclass(frozen=True, slots=True)
class Task:
    """What `normalize` does with each file."""

    normalizer: Normalizer
    output: str | None
    in_place: bool
    check: bool
    diff: bool
    provenance: str | None
    key: str | None
    report: str | None
    quiet: bool

    def run(self, file: str) -> bool:
        """Do it; tells whether `--check` found something."""
        document = open_document(self.normalizer, file, quiet=self.quiet)
        found = self.check and self._list(file, document.text, self.normalizer.inspect(document))
        if self.check and not self.diff:
            return found
        result = self.normalizer.normalize_document(document)
        self._deliver(file, result)
        wanted = self.normalizer.options.markers
        if not self.quiet and not self.check:
            if result.records and result.markers == "footnote" and not wanted:
                why = f"{result.source.encoding} has no ⟦ ⟧"
                say(f"{name_of(file)}: {why}, so footnotes mark what was translated")
            for parallel in result.parallel:
                say(f"{name_of(file)}: {parallel}")
            for note in result.not_read[len(document.not_read) :]:  # what the writing brought about
                say(f"{name_of(file)}: {note}")
            for line in _refused(result):
                say(f"{name_of(file)}: {line}")
            say(f"{name_of(file)}: {_summary(result)}")
        return found

    def _list(self, file: str, text: str, detection: Detection) -> bool:
        for where, segment in located(name_of(file), text, detection.segments):
            out(f"{where}: {segment.language} {segment.kind} {shorten(segment.reading)}\n")
        if not self.quiet:
            for parallel in detection.parallel:
                say(f"{name_of(file)}: {parallel}")
            say(f"{name_of(file)}: {count(len(detection.segments))} to translate")
        return bool(detection.segments)

    def _deliver(self, file: str, result: NormalizedDocument) -> None:
        text, account = self._written(result)
        content = (
            result.encode() if text == result.text else encode_text(text, result.source.encoding)
        )
        if self.diff:
            out(_encode_diff(result))
            return
        # The account first: should we be killed in between, `verify` and `revert` refuse an
        # account of an output that is not there, while a changed document without its account
        # could never be taken back.
        self._account(result, account)
        if self.report is not None:
            from onetongue.review.page import report  # noqa: PLC0415 - seldom asked for

            write(self.report, report(result).encode())
        write(file if self.in_place else self.output, content)

    def _written(self, result: NormalizedDocument) -> tuple[str, dict[str, object]]:
        """The text, with the records' accounts in it where they are wanted, and its account."""
        if self.key is None or self.diff:
            return result.text, {}
        from onetongue.account import with_accounts  # noqa: PLC0415 - a check needs none of it

        return with_accounts(result, self.key)

    def _account(self, result: NormalizedDocument, account: dict[str, object]) -> None:
        if self.provenance is None:
            return
        if not result.changed and _accounts_for(self.provenance, result.text):
            # Normalizing twice must not replace the only way back by an empty account.
            if not self.quiet:
                say(f"{self.provenance}: kept, it accounts for the document as it stands")
            return
        from onetongue.account import account_bytes  # noqa: PLC0415 - a check needs none of it

        account = account or result.provenance()
        suffix = Path(self.provenance).suffix
        write(self.provenance, account_bytes(account, result.source, suffix))


def _accounts_for(provenance: str, text: str) -> bool:
    """Whether the file is the account of how `text` came to be."""
    from onetongue.account import load_account, verify_provenance, without_insertions  # noqa: PLC0415 - a check needs none of it

    try:
        account = load_account(Path(provenance).read_bytes(), provenance)
        verify_provenance(*without_insertions(text, account))
    except (InputError, IntegrityError, OSError):
        return False
    return bool(account["records"])


def _encode_diff(result: NormalizedDocument) -> bytes:
    """In the document's encoding so that `patch` applies it; UTF-16 and 32 no tool reads."""
    wide = result.source.encoding.startswith(("utf-16", "utf-32"))
    encoding = "utf-8" if wide else result.source.encoding
    return result.diff().encode(encoding, "backslashreplace")


def _refused(result: NormalizedDocument) -> Iterator[str]:
    """Where something stays in another language though it was translated, and why."""
    for segment in result.refused[:_MOST]:
        where = whereabouts(result.source, [segment])
        yield f"{where}: left alone: {segment.evidence.reason}"
    if (rest := len(result.refused) - _MOST) > 0:
        yield f"and {rest} more, which --provenance tells of"


def _summary(result: NormalizedDocument) -> str:
    if not result.records and not result.left_alone:
        return "nothing to translate"
    out = sum(record.translation.is_taken_out for record in result.records)
    parts = [f"{count(len(result.records) - out)} translated"]
    if out:
        parts.append(f"{out} taken out")
    if result.left_alone:
        parts.append(f"{len(result.left_alone)} left alone")
    if doubtful := [record.segment for record in result.doubtful]:
        parts.append(f"{len(doubtful)} doubtful: {whereabouts(result.source, doubtful)}")
    return ", ".join(parts)
