"""The surface of a sentence: its case, its final punctuation, its line breaks, its quotation marks.

Responsible for: what an engine is given instead of a sentence, and making its answer look as the
sentence looked.
Not responsible for: what concerns a whole segment (`segments`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onetongue.characters import SURROGATE
from onetongue.language.literals import between, find_code, outside
from onetongue.language.numbers import anglicize
from onetongue.language.sentences import guillemets
from onetongue.language.spellings import is_demonym
from onetongue.language.wordlists import words
from onetongue.translate.ellipses import ELLIPSIS, like_source
from onetongue.translate.typography import english

if TYPE_CHECKING:
    from collections.abc import Callable

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CLOSERS = " \u00a0\u202f\"'”’»)]"
_QUOTES = "«»“”"
_ENDS = ".!?…:;,"
_LEAD = re.compile(
    r"[:;,]\s*(?=[^\W\d_])"
)  # ": page du rapport", behind a field: engines make words of it
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.[^\W\d_]|\b(?:etc|Inc|Ltd|Co|Jr|Sr|No|vs|Mr|Mrs|Dr))\.$")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence as the engine gets it.

    `has_words` is False when there is nothing to translate. `lead` is the mark that the sentence
    begins with, and the space behind it, which are not in `text`. `shouting` says that `text` was all
    capitals; `opened` and `closed` that a guillemet was added before or after it.
    """

    sentence: str
    text: str
    has_words: bool
    lead: str
    shouting: bool
    opened: bool
    closed: bool


def prepare(sentence: str) -> Prepared:
    """Make of `sentence` what an engine translates best.

    Control characters go, line breaks become spaces, what cannot be encoded U+FFFD; capitals
    throughout become lower case; an unpaired guillemet gets its partner.

    >>> prepare("MINISTÈRE DES ARMÉES").text
    'Ministère des armées'
    """
    sentence = _CONTROL.sub("", sentence)
    text = " ".join(sentence.split())
    text = SURROGATE.sub("\ufffd", text)
    mark = _LEAD.match(text)
    lead = mark[0] if mark else ""
    text = text[len(lead) :]
    language = between(text)
    shouting = len(_WORD.findall(language)) > 1 and language.upper() == language
    if shouting:
        text = outside(text, str.lower)
        text = _with_first_letter(text, str.upper)
    pairs = guillemets(text)
    opened = any(opening == -1 for opening, _ in pairs)
    closed = any(closing == -1 for _, closing in pairs)
    return Prepared(
        sentence=sentence,
        text="« " * opened + text + " »" * closed,
        has_words=_LETTER.search(language) is not None,
        lead=lead,
        shouting=shouting,
        opened=opened,
        closed=closed,
    )


def restore(prepared: Prepared, translation: str) -> str:
    """Make the engine's `translation` look as the sentence did.

    Added guillemets go, numbers become English, the end has final punctuation if and only if the
    sentence has, ellipses are the sentence's, and so is the case of the first letter (or of all).

    >>> restore(prepare("à Moscou"), "In Moscow.")
    'in Moscow'
    """
    if "\ufffd" not in prepared.sentence:  # what `prepare` put in, said again
        translation = translation.replace("\ufffd", "")
    quoted = any(quote in prepared.text for quote in _QUOTES)
    text = english(" ".join(translation.split()), curly=quoted)
    if prepared.opened:
        text = re.sub(r"^[«“‘\"']\s*", "", text)
    if prepared.closed:
        text = re.sub(r"\s*[»”’\"']$", "", text)
    source = " ".join(prepared.sentence.split())
    text = like_source(_match_end(anglicize(text, source), source), source)
    if prepared.shouting:
        return prepared.lead + outside(text, str.upper)
    return prepared.lead + _match_start(text, source)


def _match_end(text: str, source: str) -> str:
    """Give `text` final punctuation if and only if `source` has some; a comma is no full stop."""
    core, source_core = text.rstrip(_CLOSERS), source.rstrip(_CLOSERS)
    if not core or not source_core:
        return text
    tail, end = text[len(core) :], source_core[-1]
    if end not in ".!?…":
        if core[-1] == "." and core[-2:] != ".." and not _ABBREVIATED.search(core):
            return core[:-1].rstrip() + (end if end in _ENDS else "") + tail
        return text
    ellipsis = source_core[-1:] if end == "…" else source_core[-3:]
    if ELLIPSIS.fullmatch(ellipsis) and (core[-1] in ".…" or core[-1] not in _ENDS):
        return core.rstrip(".… ") + ellipsis + tail
    return core + end + tail if core[-1] not in _ENDS else text


def _match_start(text: str, source: str) -> str:
    """Give the first letter of `text` the case of the first letter of `source`."""
    first = _LETTER.search(source)
    word = re.search(r"[^\W\d_][\w’']*", text)
    if first is None or word is None or word[0][1:] != word[0][1:].lower():
        return text  # "iPhone", "NATO"
    if any(literal.span.start <= word.start() < literal.span.end for literal in find_code(text)):
        return text
    if first[0].isupper() and not re.search(r"\d", source[: first.start()]):
        return _with_first_letter(text, str.upper)
    if first[0].islower() and not _is_capitalised(word[0], source, text[word.end() :]):
        return _with_first_letter(text, str.lower)
    return text


def _is_capitalised(word: str, source: str, rest: str) -> bool:
    """Whether English writes `word` with a capital wherever it stands, as far as can be told."""
    lower = word.lower()
    return (
        re.match(r"I(?:['’]|$)", word) is not None
        or lower in words("capitalised")
        or is_demonym(lower)
        or re.search(rf"\b{re.escape(word)}\b", source) is not None
        or re.search(rf"\b{re.escape(word.capitalize())}\b", rest) is not None
    )


def _with_first_letter(text: str, change: Callable[[str], str]) -> str:
    match = _LETTER.search(text)
    return text if match is None else text[: match.start()] + change(match[0]) + text[match.end() :]
