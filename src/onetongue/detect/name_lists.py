"""Whether a line is names, one or several, with what English says of them.

Responsible for: lists of persons, institutions, places and borrowed terms, each between commas,
brackets, colons or bars: "Offices: Hôpital du Sacré-Cœur, Le Devoir", "Mr. Blais (Lévis, BQ)".
Not responsible for: one name by itself (names_and_titles.py), or names a list holds (exemptions.py).
"""

from __future__ import annotations

from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.detect.adjacent_words import EITHER_LENGTH
from onetongue.detect.exemptions import CAPITALS, is_particle
from onetongue.detect.score import BORROWED, tokens_of
from onetongue.detect.states import SURE
from onetongue.detect.words import Gap, Shape
from onetongue.language.language_names import (
    is_language_code,
    is_language_list,
    is_language_name,
)
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.detect.candidates import Candidate
    from onetongue.detect.exemptions import Lists
    from onetongue.detect.word_facts import WordFacts
    from onetongue.detect.words import Token

# The longest institution in a list: Office de la protection du consommateur du Québec.
LONGEST: Final = 10


# So many parts make a list of terms, of so many words at most, and no more of it may be anything else.
LIST: Final = 3
TERMS: Final = 30
TERM_WORDS: Final = 4
OTHERS_SHARE: Final = 0.5
# Words of one letter; the others are items and initials.
ONE_LETTER: Final = frozenset({"a", "à", "y"})
# What stands between a label and the languages that follow it: Supported: en; langs = ["en"].
SETS_OFF: Final = frozenset({Gap.CLAUSE, Gap.PAREN, Gap.QUOTE})
# English for "founded", before a year: (est. 1968).
FOUNDED: Final = "est"
# What ends the name of a company, in lower case too.
ENGLISH_COMPANIES: Final = frozenset({"plc", "inc", "ltd"})
# What stands before a common noun in an institution: … et travailleuses, en santé, pour la sécurité.
INSIDE: Final = frozenset({"et", "en", "pour"})
# What tells a person from another of that name: Dumas père, Dumas fils.
AFTER_NAMES: Final = frozenset({"père", "fils", "aîné", "cadet"})
# Pierre dit Sans-Souci: what a second name follows.
ALIAS: Final = frozenset({"dit", "dite"})


class ListPart(Enum):
    """What stands between two separators."""

    NAME = auto()  # capitals and what joins them
    INSTITUTION = auto()  # as its first word and its form say
    MAYBE = auto()  # as its first word says, which is enough among other names
    TERM = auto()  # a borrowed expression
    ENGLISH = auto()  # nothing of it is of the source language
    TEXT = auto()


class _Word(NamedTuple):
    token: Token
    known: WordFacts
    odds: float
    is_exempt: bool
    is_borrowed: bool
    apart: int  # code points between the word before it and it


def is_list_of_names(candidate: Candidate) -> bool:
    """Whether no part of a stretch is text, and enough of them are names.

    One institution is enough, or one name beside something English; one name alone is not, for a
    heading in Title Case looks like one.
    """
    if any(is_clause_word(token, candidate.lists) for token in candidate.words):
        return False
    if candidate.scored.is_upper or _is_company(candidate.words):
        return _is_company(candidate.words)
    parts = list(_parts(candidate))
    kinds = [_kind(candidate, part) for part in parts]
    named = sum(kind in {ListPart.NAME, ListPart.INSTITUTION} for kind in kinds)
    is_short = all(
        len(part) < TERM_WORDS or kind is not ListPart.TEXT
        for part, kind in zip(parts, kinds, strict=True)
    )
    if len(parts) > 1 and is_short and _follows_label(candidate) and all(map(_is_capital, parts)):
        return True
    if not kinds or ListPart.TEXT in kinds:
        is_headed = kinds[:1] == [ListPart.INSTITUTION]  # … du Québec – Santé
        is_one = all(len(p) == 1 for p, k in zip(parts, kinds, strict=True) if k is ListPart.TEXT)
        is_list = len(parts) >= LIST and named >= len(parts) / 2 and all(map(_is_capital, parts))
        return (is_headed and is_one) or (is_list and is_short)
    if ListPart.MAYBE in kinds:
        return bool(named) or kinds[0] is ListPart.ENGLISH or _follows_label(candidate)
    is_beside_english = _follows_label(candidate) or any(
        kind is ListPart.ENGLISH or (kind is ListPart.TERM and len(part) == 1)
        for part, kind in zip(parts, kinds, strict=True)
    )
    if len(kinds) == 1 and kinds[0] is ListPart.NAME and not is_beside_english:
        is_block = candidate.is_whole or candidate.kind == "sentence"
        return is_block and _is_name(parts[0], candidate.lists)
    return ListPart.INSTITUTION in kinds or named > 1 or (bool(named) and is_beside_english)


def _is_company(words_of_it: Sequence[Token]) -> bool:
    """Whether the last word is what the name of a company ends with: … de France plc, … S.A."""
    *before, last = words_of_it
    if not before:
        return False
    is_initials = last.word == "a" and before[-1].word == "s" and last.shape is not Shape.LOWER
    is_suffix = last.word in words("companies") and last.shape is not Shape.LOWER
    return is_suffix or last.word in ENGLISH_COMPANIES or (is_initials and len(before) > 1)


def _is_capital(part: Sequence[_Word]) -> bool:
    return part[0].token.shape in CAPITALS


def _is_name(part: Sequence[_Word], lists: Lists) -> bool:
    """Whether a name by itself is one by its first word (Ministère de l'Intérieur), or by its form.

    An English word among its capitals tells, as do three words with hyphens: Mount Sans-Dessein,
    Le Touquet-Paris-Plage.
    """
    if any(word.odds <= -SURE for word in part):
        return True
    named = [word for word in part if word.token.shape < Shape.NUMBER]
    named = named[1:] if is_particle(named[0].token.word) else named
    lower = [w for w in named[1:] if w.token.shape is Shape.LOWER and not w.is_exempt]
    is_headed = bool(named) and lists.begins_name(named[0].token.word)
    if is_headed and named[-1].token.shape is Shape.CAPITAL:
        return sum(not is_particle(word.token.word) for word in lower) <= 1
    joined = [w.token for w in named if w.token.gap is Gap.GLUED]
    has_capital = any(word.token.shape is Shape.CAPITAL for word in named)
    return len(joined) > 1 and has_capital and not named[0].token.word.endswith("'")


def is_beside_english(candidate: Candidate) -> bool:
    """Whether one part of a line is English, and the others may be names: Passe à Fond (entrance).

    More words than a term has, without a capital among them, are said and no name.
    """
    if len(candidate.words) > LONGEST or holds_clause_word(candidate):
        return False
    is_english = False
    for part in _parts(candidate):
        if _is_surely_english(candidate, part):
            is_english = True
        elif len(part) > TERM_WORDS and not any(w.token.shape in CAPITALS for w in part):
            return False
    return is_english


def _is_surely_english(candidate: Candidate, part: Sequence[_Word]) -> bool:
    """Whether a part is English, and some word of it that is no code says so."""
    return _kind(candidate, part) is ListPart.ENGLISH and any(
        word.odds <= -SURE and len(word.token.word) > EITHER_LENGTH for word in part
    )


def is_list_of_terms(candidate: Candidate) -> bool:
    """Whether most parts of a list are borrowed expressions, so that the others are such too.

    Plié, relevé, sauté: cooks, dancers and lawyers borrow more words than any list holds.
    """
    is_long = len(candidate.words) > TERMS
    if is_long or candidate.scored.is_upper or candidate.is_pointed:
        return False
    parts = list(_parts(candidate))
    if len(parts) < 2:  # noqa: PLR2004 - one is no list
        return False
    others = [part for part in parts if _kind(candidate, part) is not ListPart.TERM]
    if len(parts) < LIST:
        return not others
    is_said = any(
        is_clause_word(word.token, candidate.lists)
        for part in others
        if len(part) > 1  # a participle by itself is a step of ballet, or a dish
        for word in part
    )
    is_short = all(len(part) <= TERM_WORDS for part in parts)
    return is_short and not is_said and len(others) <= OTHERS_SHARE * len(parts)


def is_list_of_codes(tokens: Sequence[Token]) -> bool:
    """Whether a region is three short words or more, each by itself: le, ge, ne, lt, gt, eq.

    The name of a field may stand before them: stop_words = ["le", "la", "les"].
    """
    tokens = tokens[1:] if tokens and tokens[0].shape is Shape.LITERAL else tokens
    return len(tokens) >= LIST and all(
        len(token.word) <= EITHER_LENGTH and (not i or token.gap >= Gap.COMMA)
        for i, token in enumerate(tokens)
    )


def is_list_of_languages(tokens: Sequence[Token]) -> bool:
    """Whether the tokens of a region are languages by code or by name, after a label or not.

    en-CA, fr-CA; Supported: en / fr; English | Français.
    """
    parts: list[str] = []
    label = 0
    for token in tokens:
        if parts and token.gap is Gap.PAREN:
            parts[-1] += f" ({token.word})"
        elif not parts or token.gap > Gap.SPACE:
            parts.append(token.word)
            label = label or int(token.gap in SETS_OFF and len(parts) == 2)  # noqa: PLR2004
        else:
            parts[-1] += ("-" if token.gap is Gap.GLUED else " ") + token.word
    return _is_languages(parts) or bool(label and _is_languages(parts[1:]))


def _is_languages(parts: Sequence[str]) -> bool:
    if len(parts) == 1:
        # Of three letters many are words: fin, mai, non.
        is_code = is_language_code(parts[0]) and len(parts[0]) != 3  # noqa: PLR2004
        return is_code or is_language_name(parts[0])
    return is_language_list(", ".join(parts))


def _follows_label(candidate: Candidate) -> bool:
    first = candidate.part.first
    return bool(first) and candidate.scored.tokens[first].gap is Gap.CLAUSE


def _parts(candidate: Candidate) -> Iterator[Sequence[_Word]]:
    """The words between separators; numbers and single letters before a part are no part of it."""
    exempt = candidate.scored.exempt
    borrowed = tokens_of(e for e in candidate.scored.exemptions if e.reason in BORROWED)
    part: list[_Word] = []
    found = zip(candidate.tokens, candidate.known, candidate.odds, strict=True)
    for i, (token, known, odds) in enumerate(found, candidate.part.first):
        if part and token.gap >= Gap.COMMA:
            yield from _unless_letter(part)
            part = []
        is_letter = len(token.word) == 1 and token.word not in ONE_LETTER
        if part or (token.shape < Shape.NUMBER and not is_letter):
            apart = token.start - candidate.scored.tokens[i - 1].end if i else 0
            part.append(_Word(token, known, odds, i in exempt, i in borrowed, apart))
    if part:
        yield from _unless_letter(part)


def _unless_letter(part: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """The part, unless it is the letter of an item: (a) Île aux Coudres."""
    if len(part) > 1 or len(part[0].token.word) > 1:
        yield part


def _kind(candidate: Candidate, part: Sequence[_Word]) -> ListPart:
    lists = candidate.lists
    if len(part) > 1 and is_particle(part[0].token.word) and part[1].token.shape in CAPITALS:
        part = part[1:] if lists.begins_institution(part[1].token.word) else part  # Les Presses …
    head = part[0]
    if all(word.is_borrowed for word in part):
        return ListPart.TERM
    if all(word.is_exempt or word.token.shape >= Shape.NUMBER for word in part):
        return ListPart.NAME
    if head.token.gap is Gap.PAREN and all(word.token.shape is Shape.UPPER for word in part):
        return ListPart.NAME  # the initials of what stands before it
    is_founded = len(part) == 1 and head.token.word == FOUNDED
    if is_founded or all(word.odds < SURE for word in part):
        return ListPart.ENGLISH
    begins_name = lists.begins_name(head.token.word)
    is_named = begins_name or head.token.word in lists.given_names or not _is_common(part)
    if is_named and _is_capitals(part, lists.streets):
        return ListPart.NAME
    if any(is_clause_word(word.token, lists) for word in part[1:]):
        return ListPart.TEXT
    if head.token.shape is Shape.CAPITAL and head.apart == len(", ") and len(part) <= LONGEST:
        return ListPart.MAYBE  # text goes on in lower case behind a comma
    is_institution = lists.begins_institution(head.token.word)
    is_headed = is_institution or begins_name
    if not is_headed or head.token.shape not in CAPITALS:
        return ListPart.TEXT
    kind = _institution(part)
    return kind if is_institution or kind is ListPart.INSTITUTION else ListPart.TEXT


def holds_clause_word(candidate: Candidate) -> bool:
    """Whether any word makes a clause of a stretch."""
    return any(is_clause_word(token, candidate.lists) for token in candidate.words)


def is_clause_word(token: Token, lists: Lists) -> bool:
    """Whether a lower-case word makes a clause of what it stands in, and no name."""
    if token.shape is not Shape.LOWER or token.word not in lists.verbs:
        return False
    is_in_names = token.word in ALIAS or token.word in words("name_prepositions")
    return not is_in_names and not is_particle(token.word)


def _is_common(part: Sequence[_Word]) -> bool:
    """Whether the first word has its capital from the place it stands at: Départ de la Route."""
    head = part[0]
    if head.token.shape is not Shape.INITIAL or is_particle(head.token.word):
        return False
    is_title_case = len(part) > 1 and part[1].token.shape in CAPITALS
    return not is_title_case and (head.known.is_function or head.known.is_inflected)


def _is_capitals(part: Sequence[_Word], streets: set[str]) -> bool:
    """Whether it is capitals, hyphens, particles and prepositions before one: Lac à la Truite."""
    for i, word in enumerate(part):
        token = word.token
        if token.shape is not Shape.LOWER or token.gap is Gap.GLUED or word.is_exempt:
            continue
        if not i and token.word in streets:
            continue
        if token.word in ALIAS and i and part[i - 1].token.shape in CAPITALS:
            continue
        following = next((w.token for w in part[i + 1 :] if not is_particle(w.token.word)), None)
        if not (is_particle(token.word) or token.word in words("name_prepositions")):
            return bool(i) and i + 1 == len(part) and token.word in AFTER_NAMES
        if following is None or following.shape is Shape.LOWER:
            return False
    return any(word.token.shape in CAPITALS for word in part)


def ends_with_place(tokens: Sequence[Token]) -> bool:
    """Whether the last of the tokens are capitals behind a particle: … de la Haute-Gaspésie."""
    end = len(tokens)
    while end > 1 and (tokens[end - 1].shape is Shape.CAPITAL or tokens[end - 1].gap is Gap.GLUED):
        end -= 1
    is_place = any(token.shape is Shape.CAPITAL for token in tokens[end:])
    return is_place and end > 1 and is_particle(tokens[end - 1].word)


def _institution(part: Sequence[_Word]) -> ListPart:
    """Whether what begins like an institution is one, and how surely.

    Of the words that join others only those of names may stand in it: Commission d'enquête sur … is
    a heading.
    """
    tokens = [word.token for word in part]
    joins = words("name_prepositions") | {"pour"}
    is_joined = all(
        is_particle(word.token.word) or word.token.word in joins or not word.known.is_function
        for word in part[1:]
        if word.token.shape is Shape.LOWER and word.odds >= SURE
    )
    if len(tokens) > LONGEST or not is_joined:
        return ListPart.TEXT
    held = {
        token.word
        for token, after in pairwise(t for t in tokens[1:] if not is_particle(t.word))
        if token.word in joins and after.shape is Shape.LOWER
    }
    if not held <= INSIDE:
        return ListPart.TEXT
    is_known = ends_with_place(tokens) or any(t.word in words("institutional") for t in tokens[1:])
    if is_known and held <= {"et"}:
        return ListPart.INSTITUTION
    return ListPart.MAYBE if any(is_particle(t.word) for t in tokens[1:]) else ListPart.TEXT
