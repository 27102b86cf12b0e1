"""Names that a small model knows, in place of names it does not and of what is no language.

Responsible for: putting them into a French sentence, and what they stand for back into its
translation.
Not responsible for: when that is done (`argos`), or whether names are right (`names.lost_names`).

A name the model never saw is a row of odd pieces, and not only the name suffers: "le porte-parole
Dmitri Peskov assurait que" loses its verb. With a name of one piece it is a sentence as any other.
So it is with an address, a formula or the name of a field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.document import Span, overlap_with
from onetongue.language.capitals import runs, tokens
from onetongue.language.lexicon import translations
from onetongue.language.literal_kinds import MARKS, NUMBERS, WORDS
from onetongue.language.literals import blanked, find
from onetongue.language.set_aside import set_aside
from onetongue.language.spellings import exonyms, folded, is_french_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onetongue.language.capitals import CapitalToken

# Each is one piece in the embedded model's vocabulary, the same in both languages, and frequent in
# what it was trained on.
_PEOPLE: Final = "Barroso Schulz Prodi Solana Patten Watson Kinnock Swoboda Martin".split()
_PLACES: Final = "Berlin Madrid Luxembourg Stockholm Dublin Budapest Washington".split()
_BEFORE_PLACES: Final = re.compile(
    r"\b(?:à|en|vers|depuis|près de|hors de|(?:ville|région|province|district|village) d(?:e|['’]))\s*$",
    re.IGNORECASE,
)
_ELIDED: Final = re.compile(r"\b([Dd])['’]$")  # "d'Erdogan" is "de Barroso"
_NUMBER_SIGN: Final = re.compile(
    r"\bn[°º](?=\s*$)", re.IGNORECASE
)  # no model knows it before a name
_ARTICLE: Final = re.compile(r"\b[Ll]['’]$")  # "l'Oregon" has no such form
_GLUED: Final = re.compile(r"\w$")  # "iOS<https://example.org>"
# The capital of a word in the middle of a sentence.
_NAME: Final = re.compile(r"(?<=[\w,] )[a-z]?[A-ZÀ-ÖØ-Þ][\w-]*\ ?\Z")
_LOOKED_BACK: Final = 20  # code points, for what tells a place
_SHORTEST: Final = 3  # letters


class StandIn(NamedTuple):
    """A name or a literal, and what stands for it: a name, with a space where a word is glued."""

    name: str
    known: str


def put_in(
    sentence: str, *, unknown: bool = True, backwards: bool = False
) -> tuple[str, tuple[StandIn, ...]]:
    """Put a known name in place of every literal and what is set aside, the same for the same.

    And, unless not `unknown`, of every name that a model does not know. Of these places are known by
    what stands before them. When no known name is left to use, the rest stays. `backwards` takes the
    known people from the end of their list. Returns the sentence, and which name stands for which.

    >>> put_in("Selon Dmitri Peskov, le convoi d'Orlov est à Voronej.")[0]
    'Selon Barroso, le convoi de Schulz est à Berlin.'
    >>> put_in("Écrivez à Paul <paul@example.org>.")[0]
    'Écrivez à Barroso.'
    >>> put_in("Marie Blanc a vu Peskov.", unknown=False)[0]
    'Barroso a vu Peskov.'
    """
    people = [name for name in _PEOPLE[:: -1 if backwards else 1] if name not in sentence]
    places = [name for name in _PLACES if name not in sentence]
    chosen: dict[tuple[str, str, str], str] = {}
    parts, end = list[str](), 0
    literals = _literals(sentence)
    sure = [*literals, *_apart(set_aside(sentence), literals)]
    others = _apart(_names(sentence), sure) if unknown else []
    may_be_glued, may_be_places = set(literals), set(others)
    for span in sorted([*sure, *others]):
        if not people and not places:
            break
        name, before = span.of(sentence), sentence[end : span.start]
        is_place = _BEFORE_PLACES.search(sentence[max(0, span.start - _LOOKED_BACK) : span.start])
        pool = places if is_place and span in may_be_places else people
        is_literal = span in may_be_glued
        left = " " if is_literal and _GLUED.search(before) else ""
        right = " " if is_literal and _GLUED.match(sentence[span.end : span.end + 1]) else ""
        key = left, name, right
        if _ARTICLE.search(before) or not (key in chosen or pool):
            continue
        if key not in chosen:
            chosen[key] = left + pool.pop(0) + right
        before = _NUMBER_SIGN.sub("numéro", before) if is_literal else before
        parts += [_ELIDED.sub(r"\1e ", before), chosen[key]]
        end = span.end
    masked = "".join([*parts, sentence[end:]])
    return masked, tuple(StandIn(name, known) for (_, name, _), known in chosen.items())


def take_out(translation: str, masked: str, stand_ins: tuple[StandIn, ...]) -> str | None:
    """Put the names back; None when one does not stand there as often as in what was asked.

    Or where one would stay, in a word.

    >>> take_out("So says Barroso.", "Selon Barroso.", (StandIn("Peskov", "Barroso"),))
    'So says Peskov.'
    """
    names = {known: name for name, known in stand_ins}
    if not names:
        return translation
    pattern = re.compile(rf"(?:\b(?=\w)|(?= ))(?:{'|'.join(names)})\b")
    if sorted(pattern.findall(translation)) != sorted(pattern.findall(masked)):
        return None
    if any(known.strip() in pattern.sub("", translation) for known in names):
        return None
    return pattern.sub(lambda match: names[match[0]], translation)


def _literals(sentence: str) -> list[Span]:
    """Where literals stand, in order; those in a row are one, with the name that is before them."""
    kept: list[Span] = []
    for literal in find(sentence):
        if literal.kind in MARKS | NUMBERS | WORDS:
            continue
        start, end = literal.span.start, literal.span.end
        if kept and not sentence[kept[-1].end : start].strip(" "):
            kept[-1] = Span(kept[-1].start, end)
            continue
        low = kept[-1].end if kept else 0
        name = _NAME.search(sentence, max(low, start - _LOOKED_BACK), start)
        kept.append(Span(name.start() if name else start, end))
    return kept


def _apart(found: Iterable[Span], kept: Iterable[Span]) -> list[Span]:
    """What is found beside all that is kept, in order."""
    is_kept = overlap_with(kept)
    return [span for span in found if not is_kept(span)]


def _names(sentence: str) -> Iterator[Span]:
    """Where unknown names stand, in order: the words of one that follow one another are one name."""
    for run in runs(tokens(blanked(sentence))):
        start = stop = -1
        for token in run:
            if _is_unknown(token):
                start, stop = (token.start if start < 0 else start), token.end
            elif start >= 0:
                yield Span(start, stop)
                start = -1
        if start >= 0:
            yield Span(start, stop)


def _is_unknown(token: CapitalToken) -> bool:
    word = token.text
    if len(word) < _SHORTEST or word.isupper() or re.search(r"['’]", word):
        return False
    plain = word.lower()
    if is_french_word(word) or folded(word) in exonyms().english:
        return False
    known = [english for english, _ in translations(plain)]
    return not known or plain in known
