"""What can be told about a translation without knowing the languages well.

Responsible for: one result per check, named by the ITS 2.0 `locQualityIssueType` values but for
`language`, which has none (`formats.html.its` says what it is there).
Not responsible for: what becomes of a doubtful translation, or judging its style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.language.literals import are_in
from onetongue.translate.checks.duplication import is_repetitive
from onetongue.translate.checks.language import foreign_words
from onetongue.translate.checks.numbers import has_numbers
from onetongue.translate.checks.omission import says_all
from onetongue.translate.checks.untranslated import is_untranslated

if TYPE_CHECKING:
    from collections.abc import Collection

    from onetongue.document import CheckResult

__all__ = ["check", "foreign_words", "has_numbers"]


def check(
    source: str, target: str, known: Collection[str] = frozenset()
) -> tuple[tuple[str, CheckResult], ...]:
    """Check the French `source` against its English `target`; always the same six, in this order.

    `untranslated`: the target is the source but for case and punctuation, and has at least two
    words in lower case. `language`: each of its words is English, or may stand in English, or is
    among `known` (`foreign_words` names the others). `numbers`: the values of the source's numbers are
    in the target, in the same order, with the same units and scales, and no others. `markup`: the
    literals are, each as often. `duplication`: no passage stands three times in a row, or twice if it
    is long or a word with a comma between, that does not in the source. `omission`: the target is neither empty nor far too short or
    long, less far if it has not as many sentences; and if rather short, no clause of the source and
    no stretch of its words is without counterpart; no negation is lost.

    >>> dict(check("Il a 1 960 soldats.", "He has 1,906 soldiers."))["numbers"]
    'failed'
    """
    results = {
        "untranslated": not is_untranslated(source, target),
        "language": not foreign_words(source, target, known),
        "numbers": has_numbers(source, target),
        "markup": are_in(source, target),
        "duplication": not is_repetitive(source, target),
        "omission": says_all(source, target),
    }
    return tuple((name, "ok" if passed else "failed") for name, passed in results.items())
