"""Words with capitals, and the runs they form.

Responsible for: cutting a text into words, which of them begin a sentence or continue a name, and
telling titles ("President") from names.
Not responsible for: which runs are names, or whose (`names`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CAPITAL: Final = "[^\\W\\d_a-zß-ÿ]"
_ELISION: Final = rf"\b[DdLl]['’](?={CAPITAL})"
_WORD: Final = re.compile(rf"{_ELISION}|[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*")  # no genitive
_OPENS: Final = re.compile(r"[\n\r.!?…:•][\s\"”’»)“«(—–-]*$")


class CapitalToken(NamedTuple):
    """A word and where it stands: `start` and `end` in code points.

    `opens` says that it begins a sentence, `joined` that nothing or one space parts it from the
    word before.
    """

    text: str
    start: int
    end: int
    opens: bool
    joined: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name is: no elided article, but "el-Assad"."""
        return self.text.removeprefix("el-").removeprefix("al-")[:1].isupper() and (
            self.text[-1] not in "'’"
        )

    @property
    def is_title(self) -> bool:
        """Whether a name may follow it that it is no part of."""
        return self.text.lower() in _titles()

    @property
    def is_opener(self) -> bool:
        """Whether it has a capital only because it begins a (French) sentence."""
        return self.opens and self.text.lower() in words("starters")


def without_titles(text: str) -> str:
    """Write the titles before names in lower case and without their stops; as long as `text`.

    >>> without_titles("Selon M. Poutine, President of Russia")
    'Selon m  Poutine, President of Russia'
    """
    return _title_before_capital().sub(lambda match: _lower_case(match[0]).replace(".", " "), text)


@cache
def _titles() -> frozenset[str]:
    return words("titles") | words("offices")


@cache
def _title_before_capital() -> re.Pattern[str]:
    """A title before a capital, with its stop."""
    either = "|".join(sorted(_titles(), key=len, reverse=True))
    return re.compile(rf"\b(?i:{either})\b\.?(?=\s+{CAPITAL})")


def _lower_case(text: str) -> str:
    """`text` in lower case but for letters that would become two ("İ"); as long as it was."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def tokens(text: str, *, goes_on: bool = False) -> Iterator[CapitalToken]:
    """Cut `text` into words, in order; in a text all in capitals none is joined to another.

    The first word begins a sentence, unless the text `goes_on` below another line: then it does
    where no sign but closing ones stands before it.

    >>> [token.text for token in tokens("L'Arménie et Port-d'Espagne")]
    ["L'", 'Arménie', 'et', "Port-d'Espagne"]
    """
    is_shouting, is_first, end = text.upper() == text, True, 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        is_begun = is_first and not goes_on
        opens = is_begun or _OPENS.search(f"\n{gap}" if is_first else gap) is not None
        joined = not (is_first or is_shouting) and gap in {"", " ", "\u00a0"}
        yield CapitalToken(match[0], *match.span(), opens, joined)
        is_first, end = False, match.end()


def runs(among: Iterable[CapitalToken]) -> Iterator[tuple[CapitalToken, ...]]:
    """Group capitalised words that are joined, without those that only open a sentence.

    >>> [[token.text for token in run] for run in runs(tokens("À Bakou, Sergueï Lavrov"))]
    [['Bakou'], ['Sergueï', 'Lavrov']]
    """
    run = list[CapitalToken]()
    for token in among:
        if run and not (token.is_capital and token.joined):
            yield tuple(run)
            run = []
        if token.is_capital and not token.is_opener:
            run.append(token)
    if run:
        yield tuple(run)
