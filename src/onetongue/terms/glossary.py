"""The words a translation must use.

Responsible for: reading glossaries, finding their French terms in a text, putting the English
ones in their place, and telling which of them a translation lacks.
Not responsible for: translating; whoever does gives the engine what `substitute` returns and asks
`missing` about its answer. File formats are `tsv` and `tbx`, endings are `inflection`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from onetongue.document import Span, require_disjoint
from onetongue.errors import InputError
from onetongue.language import literals
from onetongue.terms import tbx, tsv
from onetongue.terms.inflection import english_forms, is_plural_of, plural_of_term
from onetongue.terms.patterns import Pattern, is_elided, plain, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from onetongue.terms.patterns import TermWord

_VOWEL = re.compile("[aeiouàâäéèêëîïôöùûü]", re.IGNORECASE)  # an English h is sounded

_TermIndex: TypeAlias = "dict[tuple[str, ...], list[tuple[Pattern, Term]]]"


@dataclass(frozen=True, slots=True)
class Term:
    """A French term and the English one it must become, and where a glossary says so.

    The same on both sides means: leave it as it is. `line` counts from 1.

    Raises:
        InputError: the source has no letter or digit, or there is no target.
    """

    source: str
    target: str
    file: str
    line: int

    def __post_init__(self) -> None:
        if not re.search(r"\w", self.source) or not self.target.strip():
            raise InputError(
                f"{self.place}: a term needs letters on the source side and a target, not "
                f"{self.source!r} and {self.target!r}; write both or remove the line"
            )

    @property
    def place(self) -> str:
        """Where the term was read, as `file:line`."""
        return f"{self.file}:{self.line}"

    @property
    def is_kept(self) -> bool:
        """Whether the term is to be left as it is."""
        return self.source == self.target


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: where, in code points without article or elision, and which."""

    span: Span
    term: Term


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms, each once, ready to be found.

    Raises:
        InputError: two targets for one source term; letter case makes no two terms.
    """

    terms: tuple[Term, ...]
    _index: _TermIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        unique: dict[tuple[str, str], Term] = {}
        for term in self.terms:
            unique.setdefault((term.source, term.target), term)
        object.__setattr__(self, "terms", tuple(unique.values()))
        _require_one_target(self.terms)
        object.__setattr__(self, "_index", _index(self.terms))

    @classmethod
    def load(cls, paths: Sequence[Path], *, source: str = "fr", target: str = "en") -> Glossary:
        """Read the glossaries at `paths` into one, in their order; the same pair twice is one.

        `.tbx` is TBX, `.tsv` lines with tabs; other files are what they look like inside.

        Raises:
            InputError: a file cannot be understood, or two targets contradict; says where.
            OSError: a file cannot be read.
        """
        return cls(
            tuple(
                Term(french, english, str(path), line)
                for path in paths
                for french, english, line in _read(path, source, target)
            )
        )

    def find(self, text: str) -> tuple[Match, ...]:
        """Find the terms in a French `text`: in order, disjoint, the longest at each place.

        Terms match as whole words outside literals, in any of their `inflection.forms`, with any
        apostrophe, hyphen or space for another. Upper and lower case are the same for a term all
        in lower case only; any other may merely be capitalised at the beginning of a sentence.

        >>> glossary = Glossary((Term("accord bilatéral", "bilateral agreement", "a.tsv", 1),))
        >>> [match.span for match in glossary.find("Ces accords bilatéraux")]
        [Span(start=4, end=22)]
        """
        there = words(text) if self._index else ()
        found: list[Match] = []
        place = end = 0
        while place < len(there):
            for pattern, term in self._candidates(there[place : place + 2]):
                span = pattern.span_at(text, there, place)
                if span is not None and span.start >= end:
                    found.append(Match(span, term))
                    end = span.end
                    place += len(pattern.words) - 1
                    break
            place += 1
        return tuple(found)

    def _candidates(self, here: Sequence[TermWord]) -> Iterator[tuple[Pattern, Term]]:
        """The terms that may begin with these two words, or with the first, the best first."""
        key = tuple(word.text.lower() for word in here)
        if len(key) > 1:
            yield from self._index.get(key, ())
        yield from self._index.get(key[:1], ())


def substitute(text: str, matches: Sequence[Match]) -> str:
    """Put the English targets in place of the `matches` of a French `text`.

    A French plural, on any word of the term, makes a plain English noun plural; capitals are the
    text's; an elided word before a target that does not begin with a vowel is written out. Terms
    to be left alone stay as they are.

    Raises:
        SpanError: the matches are not those of this text.

    >>> text = "l'accord d'Alep"
    >>> substitute(text, Glossary((Term("accord", "treaty", "a.tsv", 1),)).find(text))
    "le treaty d'Alep"
    """
    require_disjoint((match.span for match in matches), len(text), "glossary match")
    parts, end, in_capitals = [], 0, text.isupper()
    for match in matches:
        found, before = match.span.of(text), text[end : match.span.start]
        if not match.term.is_kept:
            found = _target(match.term, found)
            before = _written_out(before, found, in_capitals=in_capitals)
        parts += [before, found]
        end = match.span.end
    return "".join([*parts, text[end:]])


def missing(matches: Sequence[Match], translation: str) -> tuple[Term, ...]:
    """Return the terms whose target stands in `translation` less often than in `matches`.

    Each once, in order of the matches. Case, an English plural and the kind of hyphen, apostrophe
    or space do not matter. What stands for a longer target does not count for a shorter one.

    >>> text = "l'accord"
    >>> matches = Glossary((Term("accord", "treaty", "a.tsv", 1),)).find(text)
    >>> missing(matches, "Two treaties."), missing(matches, "the agreement") == ()
    ((), False)
    """
    rest = plain(literals.between(translation)).casefold()
    wanted = Counter(plain(match.term.target).casefold() for match in matches)
    lacking = set()
    for target in sorted(wanted, key=len, reverse=True):
        either = "|".join(map(re.escape, english_forms(target)))
        rest, count = re.subn(rf"(?<!\w)(?:{either})(?!\w)", "\0", rest, count=wanted[target])
        if count < wanted[target]:
            lacking.add(target)
    terms = dict.fromkeys(match.term for match in matches)
    return tuple(term for term in terms if plain(term.target).casefold() in lacking)


def _read(path: Path, source: str, target: str) -> tuple[tuple[str, str, int], ...]:
    content = path.read_bytes()
    is_xml = content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<")
    suffix = path.suffix.lower()
    if suffix == ".csv":
        raise InputError(f"{path}:1: CSV is not read; save the table with tabs, as .tsv")
    if suffix == ".tbx" or (suffix != ".tsv" and is_xml):
        return tbx.read(content, str(path), source, target)
    return tsv.read(content, str(path), source, target)


def _require_one_target(terms: Iterable[Term]) -> None:
    first: dict[str, Term] = {}
    for term in terms:
        other = first.setdefault(plain(term.source).casefold(), term)
        if plain(term.target).casefold() != plain(other.target).casefold():
            raise InputError(
                f"{term.place}: {term.source!r} is {term.target!r} here and {other.target!r} at "
                f"{other.place}; keep one of the two"
            )


def _index(terms: Iterable[Term]) -> _TermIndex:
    """The terms by every form of their first two words in lower case, the best first.

    More words are better than fewer, words as the glossary has them are better than other forms
    of them, a name is better than a word, a longer term is better than a shorter one.
    """
    index: _TermIndex = {}
    for term in terms:
        pattern = Pattern.of(term.source)
        for key in product(*({form.lower() for form in one} for one in pattern.words[:2])):
            index.setdefault(key, []).append((pattern, term))
    for key, found in index.items():
        found.sort(key=lambda entry: _rank(entry, key))
    return index


def _rank(entry: tuple[Pattern, Term], key: tuple[str, ...]) -> tuple[int, bool, bool, int]:
    pattern, term = entry
    is_other_form = pattern.own[:2] != key
    return -len(pattern.words), is_other_form, not pattern.is_exact, -len(term.source)


def _target(term: Term, found: str) -> str:
    """The target as it stands in place of `found`."""
    target = term.target
    both = zip(words(plain(found)), words(plain(term.source)), strict=False)
    if any(is_plural_of(form.text, word.text) for form, word in both):
        target = plural_of_term(target)
    if found.isupper() and not term.source.isupper():
        return target.upper()
    if found[0].isupper() and term.source[0].islower():
        return target[0].upper() + target[1:]
    return target


def _written_out(before: str, target: str, *, in_capitals: bool) -> str:
    """What stands before a target, an elided word at its end with its vowel if need be."""
    if not is_elided(before, len(before)) or _VOWEL.match(target):
        return before
    return before[:-1] + ("E " if in_capitals else "e ")
