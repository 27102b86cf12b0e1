"""Whether a package may ship: what is asked of it, and how an answer is judged.

Responsible for: judgements on texts and figures that somebody else got.
Not responsible for: getting them (`accept`, `score`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.translate.checks import check

if TYPE_CHECKING:
    from collections.abc import Sequence

BLEU: Final = {"flores-dev": 23.0}  # at least, by text, and
MARGIN: Final = 5.0  # so much more than Apertium has, on every text
NUMBERS: Final = 0.97  # of the sentences that have some
_GROWTH, _MORE = 2.5, 40  # code points; what is longer never came to an end by itself
_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"\b(?!(?:had|that)\b)([^\W\d_]+) \1\b")
_SHORTEST = 3  # letters of a word whose copy says something: "de" and "a" are in both languages
STILL_FRENCH: Final = 1 / 30  # of the captions and headings may be, at most
_COPIED = 0.5  # this share of a translation's words are French that the reference has not
_CAPITALS = 0.9  # of the letters of a translated line in capitals; names may differ


class Verdict(NamedTuple):
    """One judgement: `ships` is False where the package must not."""

    name: str
    found: str
    wanted: str
    ships: bool


class Answer(NamedTuple):
    """A French text, a person's translation of it and the package's."""

    french: str
    reference: str
    found: str


class Figures(NamedTuple):
    """BLEU and chrF on one text."""

    bleu: float
    chrf: float


def quality(text: str, ours: Figures, apertium: Figures) -> list[Verdict]:
    """Judge the figures on an evaluation text, beside those of Apertium."""
    least = max(BLEU.get(text, 0.0), apertium.bleu + MARGIN)
    return [
        Verdict(f"{text}: BLEU", f"{ours.bleu:.2f}", f">= {least:.2f}", ours.bleu >= least),
        Verdict(
            f"{text}: chrF", f"{ours.chrf:.2f}", f"> {apertium.chrf:.2f}", ours.chrf > apertium.chrf
        ),
    ]


def lines(name: str, answers: Sequence[Answer]) -> list[Verdict]:
    """Judge lines: none may be empty, without end, or repeat itself."""
    return [
        _none(f"{name}: empty", [a for a in answers if not a.found.strip()]),
        _none(f"{name}: endless", [a for a in answers if is_endless(a)]),
        _none(f"{name}: repetition", [a for a in answers if repeats(a)]),
    ]


def short_lines(name: str, answers: Sequence[Answer]) -> list[Verdict]:
    """Judge captions and headings: as other lines, and hardly one may be French still."""
    copied = [answer for answer in answers if is_copied(answer)]
    most = int(STILL_FRENCH * len(answers))
    verdict = _none(f"{name}: copied through", copied)
    verdict = verdict._replace(wanted=f"at most {most}", ships=len(copied) <= most)
    return [*lines(name, answers), verdict]


def numbers(name: str, answers: Sequence[Answer]) -> Verdict:
    """Judge how many of the sentences that have numbers keep them."""
    have = [answer for answer in answers if any(map(str.isdigit, answer.french))]
    kept = sum(dict(check(a.french, a.found))["numbers"] == "ok" for a in have)
    share = kept / max(1, len(have))
    said = f"{share:.4f} ({kept} of {len(have)})"
    return Verdict(f"{name}: numbers kept", said, f">= {NUMBERS}", share >= NUMBERS)


def capitals(answers: Sequence[Answer]) -> list[Verdict]:
    """Judge lines in capitals: as other short lines, and the translation is in capitals too."""
    small = [answer for answer in answers if not is_in_capitals(answer.found)]
    return [*short_lines("capitals", answers), _none("capitals: not in capitals", small)]


def article(found: str, wanted: Sequence[str], left: Sequence[str]) -> list[Verdict]:
    """Judge a normalized article: `wanted` are words with alternatives, "Lavrov" or "Kiev|Kyiv".

    `left` are the texts in it that are still French.
    """
    missing = [
        words
        for words in wanted
        if not any(word.casefold() in found.casefold() for word in words.split("|"))
    ]
    return [
        Verdict("article: words missing", _listed(missing), "none", not missing),
        Verdict("article: French left", _listed(left), "none", not left),
    ]


def is_endless(answer: Answer) -> bool:
    """Whether a translation is so long that it cannot be one."""
    return len(answer.found) > _GROWTH * len(answer.french) + _MORE


def repeats(answer: Answer) -> bool:
    """Whether a word or passage stands in a row where neither source nor reference repeats one.

    >>> repeats(Answer("Un vieux port", "An old port", "An old old port"))
    True
    """
    if dict(check(answer.french, answer.found))["duplication"] == "failed":
        return True
    return _doubled(answer.found) and not _doubled(answer.reference) and not _doubled(answer.french)


def is_copied(answer: Answer) -> bool:
    """Whether a translation is French still, wholly or for the most part.

    >>> is_copied(Answer("Une rue inondée", "A flooded street", "Une rue inondée"))
    True
    >>> is_copied(Answer("Paris, capitale", "Paris, a capital", "Paris, capital"))
    False
    """
    found = _words(answer.found)
    copied = [
        word
        for word in found
        if word in _words(answer.french) and word not in _words(answer.reference)
    ]
    return bool(found) and len(copied) >= _COPIED * len(found)


def is_in_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals; a text without letters is."""
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isupper, letters)) >= _CAPITALS * len(letters)


def table(verdicts: Sequence[Verdict]) -> str:
    """The judgements as a Markdown table."""
    head = "| what | found | wanted | ships |\n| --- | --- | --- | --- |"
    rows = [
        f"| {v.name} | {v.found} | {v.wanted} | {'yes' if v.ships else 'NO'} |" for v in verdicts
    ]
    return "\n".join([head, *rows])


def _none(name: str, answers: Sequence[Answer]) -> Verdict:
    said = _listed([f"{answer.french} -> {answer.found}" for answer in answers])
    return Verdict(name, said, "none", not answers)


def _listed(texts: Sequence[str], most: int = 3) -> str:
    if not texts:
        return "none"
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return f"{len(texts)}: {'; '.join(texts[:most])}{more}".replace("|", "/").replace("\n", " ")


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST]


def _doubled(text: str) -> bool:
    return _DOUBLED.search(text.casefold()) is not None
