"""Names that a small model knows, in place of those it does not.

Responsible for: putting them into a French sentence, and the true names back into its translation.
Not responsible for: when that is done (`argos`), or whether names are right (`checks`).

A name the model never saw is a row of odd pieces, and not only the name suffers: "le porte-parole
Dmitri Peskov assurait que" loses its verb. With a name of one piece it is a sentence as any other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.translate.capitals import runs, tokens
from onetongue.translate.lexicon import translations
from onetongue.translate.likeness import exonyms, folded, is_french_word
from onetongue.translate.literals import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.translate.capitals import Token

# Each is one piece in the embedded model's vocabulary, the same in both languages, and frequent in
# what it was trained on.
_PEOPLE: Final = "Barroso Schulz Prodi Solana Patten Watson Kinnock Swoboda Martin".split()
_PLACES: Final = "Berlin Madrid Luxembourg Stockholm Dublin Budapest Washington".split()
_BEFORE_PLACES: Final = re.compile(
    r"\b(?:à|en|vers|depuis|près de|hors de|(?:ville|région|province|district|village) de) $",
    re.IGNORECASE,
)
_ELIDED: Final = re.compile(r"\b([Dd])['’]$")  # "d'Erdogan" is "de Barroso"
_ARTICLE: Final = re.compile(r"\b[Ll]['’]$")  # "l'Oregon" has no such form
_SHORTEST: Final = 3  # letters


class Surrogate(NamedTuple):
    """A name, and the one that stands for it."""

    name: str
    known: str


def mask(sentence: str) -> tuple[str, tuple[Surrogate, ...]]:
    """Put a known name in place of every unknown one, the same for the same.

    Names of places are known by what stands before them. When no known name is left to use, the
    rest stays.

    >>> mask("Selon Dmitri Peskov, le convoi d'Orlov est à Voronej.")[0]
    "Selon Barroso, le convoi de Schulz est à Berlin."
    """
    people = [name for name in _PEOPLE if name not in sentence]
    places = [name for name in _PLACES if name not in sentence]
    chosen: dict[str, str] = {}
    parts, end = list[str](), 0
    for start, stop in _unknown(sentence):
        name, before = sentence[start:stop], sentence[end:start]
        pool = places if _BEFORE_PLACES.search(sentence[:start]) else people
        if _ARTICLE.search(before) or not (name in chosen or pool):
            continue
        if name not in chosen:
            chosen[name] = pool.pop(0)
        parts += [_ELIDED.sub(r"\1e ", before), chosen[name]]
        end = stop
    masked = "".join([*parts, sentence[end:]])
    return masked, tuple(Surrogate(name, known) for name, known in chosen.items())


def unmask(translation: str, masked: str, surrogates: tuple[Surrogate, ...]) -> str | None:
    """Put the names back; None when one does not stand there as often as in what was asked.

    >>> unmask("So says Barroso.", "Selon Barroso.", (Surrogate("Peskov", "Barroso"),))
    'So says Peskov.'
    """
    names = {known: name for name, known in surrogates}
    if not names:
        return translation
    pattern = re.compile(rf"\b(?:{'|'.join(names)})\b")
    if sorted(pattern.findall(translation)) != sorted(pattern.findall(masked)):
        return None
    return pattern.sub(lambda match: names[match[0]], translation)


def _unknown(sentence: str) -> Iterator[tuple[int, int]]:
    """Where unknown names stand, in order: the words of one that follow one another are one name."""
    literals = [literal.span for literal in find(sentence)]
    for run in runs(tokens(sentence)):
        start = stop = -1
        for token in run:
            is_literal = any(s.start < token.end and token.start < s.end for s in literals)
            if _is_unknown(token) and not is_literal:
                start, stop = (token.start if start < 0 else start), token.end
            elif start >= 0:
                yield start, stop
                start = -1
        if start >= 0:
            yield start, stop


def _is_unknown(token: Token) -> bool:
    word = token.text
    if len(word) < _SHORTEST or word.isupper() or re.search(r"['’]", word):
        return False
    plain = word.lower()
    if is_french_word(word) or folded(word) in exonyms().english:
        return False
    known = [english for english, _ in translations(plain)]
    return not known or plain in known
