"""Names as the document spells them: not "Bakou" beside "Baku", or "Sergueï" before "Lavrov".

Responsible for: putting the spellings of an English text into a translation; those of the exonym
tables where the text is silent.
Not responsible for: the names of that text (`english_names`), whether two spellings are one name
(`language.spellings`), or what literals hold.

When in doubt the translation stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from onetongue.language.capitals import CAPITAL, CapitalToken, runs, tokens, without_titles
from onetongue.language.literals import between, outside
from onetongue.language.spellings import begin_alike, exonyms, folded, is_english, is_same_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onetongue.names.english_names import Names

SpellingSource: TypeAlias = Literal["document", "table"]

_MAX_PLACE_WORDS = 7  # the longest in the tables
# No French given name ends so, and engines leave those of Russians: "Sergueï", "Nikolaï".
_RUSSIAN_GIVEN: Final = re.compile("(?<=g)u(?=eï$)|(?<=[aeo])ï$")
_GIVEN_NAMES: Final = frozenset({"olympe", "virginie"})  # places only if the document says so
_NOT_FRENCH: Final = r"(?<!\b[Dd][eu] )(?<!\b[Ll][ae] )(?<!\b(?:[Dd]|[Ll])es )(?<!\b[DdLl]['’])"


class Respelling(NamedTuple):
    """One spelling put in place of another, and by whose authority."""

    before: str
    after: str
    origin: SpellingSource


def respell(source: str, translation: str, names: Names) -> tuple[str, tuple[Respelling, ...]]:
    """Spell the names of the French `source` in its `translation` as the document does.

    A place the document does not name is spelled as the exonym tables say; a name that stands in
    neither stays, and so does what the document itself writes so. Genitives, hyphens and capitals
    throughout are kept. Returns the text, and each change once, in order. Idempotent.

    >>> from onetongue.names import Names
    >>> respell("Poutine à Bakou", "Poutine in Bakou", Names.of("When Putin came to Paris"))[0]
    'Putin in Baku'
    """
    swaps = {before: (after, origin) for before, after, origin in _swaps(source, names)}
    plain = {_unaccented(before): swap for before, swap in swaps.items()}
    swaps = {name: swap for name, swap in plain.items() if not is_english(name)} | swaps
    swaps |= _accented(translation, swaps)
    # Or a second run would change what the first one wrote.
    written = [after for after, _ in swaps.values()]
    swaps = {b: s for b, s in swaps.items() if not any(map(_pattern([b]).search, written))}
    if not swaps:
        return translation, ()
    spellings = {name.upper(): swap for name, swap in swaps.items()} | swaps
    pattern, changes = _pattern(spellings), dict[Respelling, None]()

    def swap(match: re.Match[str]) -> str:
        after, origin = spellings[match["name"]]
        after = after.upper() if match["name"].isupper() else after
        changes[Respelling(match["name"], after, origin)] = None
        return match["prefix"] + after

    return outside(translation, lambda part: pattern.sub(swap, part)), tuple(changes)


def _unaccented(name: str) -> str:
    """The name as an engine writes it that loses accents: "Serguei"; as long as it was."""
    pairs = zip(name, folded(name), strict=True)
    return "".join(plain.upper() if letter.isupper() else plain for letter, plain in pairs)


def _accented(
    translation: str, swaps: Mapping[str, tuple[str, SpellingSource]]
) -> dict[str, tuple[str, SpellingSource]]:
    """Names an engine wrote with another language's accents: Bakú, by way of Spanish."""
    plain = {folded(after): (after, origin) for after, origin in swaps.values() if after.isascii()}
    return {
        word: plain[folded(word)]
        for word in re.findall(r"[^\W\d_][\w-]*", translation)
        if not word.isascii() and word[0].isupper() and folded(word) in plain
    }


def _swaps(source: str, names: Names) -> Iterator[Respelling]:
    """Every change there could be, whether or not the translation gives occasion."""
    text = without_titles(between(source))
    found = tuple(tokens(text))
    if not any(token.is_capital for token in found):
        return
    places, rest = _places(text, found)
    for place in places:
        yield from _place(place, names)
    for run in runs(rest):
        # Not the "IV" of "Mourad IV".
        if kept := [t.text for t in run if len(run) == 1 or not t.text.isupper()]:
            yield from _person(kept, names)


def _places(text: str, found: Sequence[CapitalToken]) -> tuple[tuple[str, ...], list[CapitalToken]]:
    """The places of the tables that are never part of a longer name, and the other tokens.

    "François Hollande" is not from Holland, and then "Hollande" alone is not Holland either.
    """
    alone, parts, rest = dict[str, None](), set[str](), list[CapitalToken]()
    i = 0
    while i < len(found):
        count = _place_length(text, found[i : i + _MAX_PLACE_WORDS])
        stop = i + (count or 1)
        place = text[found[i].start : found[stop - 1].end]
        if count and not _is_part(found, i, stop):
            alone[place] = None
        else:
            rest += found[i:stop]
            parts |= {place} if count else set()
        i = stop
    return tuple(place for place in alone if place not in parts), rest


def _place_length(text: str, found: Sequence[CapitalToken]) -> int:
    """How many of the tokens, from the first, are a place of the tables."""
    if not found[0].text[0].isupper():
        return 0
    known = exonyms().english
    sizes = range(len(found), 0, -1)
    slices = ((size, text[found[0].start : found[size - 1].end]) for size in sizes)
    return next((size for size, place in slices if folded(place) in known), 0)


def _is_part(found: Sequence[CapitalToken], start: int, stop: int) -> bool:
    """Whether a name goes on from before `start` or beyond `stop`, or a title stands before."""
    if start and found[start - 1].is_title:
        return True
    if start and found[start].joined and found[start - 1].is_capital:
        return not found[start - 1].is_opener
    return stop < len(found) and found[stop].joined and found[stop].is_capital


def _place(place: str, names: Names) -> Iterator[Respelling]:
    english, french = exonyms()
    usual = english[folded(place)]
    spellings = dict.fromkeys((usual, place, *french[folded(usual)]))
    said = [names.spelling(name, alone=name != usual) for name in spellings]
    target = next((name for name in said if name is not None), None)
    for name in spellings:
        is_other_place = folded(name) in french and folded(name) != folded(usual)  # "Mexico"
        if is_other_place or names.spelling(name) == name:
            continue
        if target is not None:
            yield Respelling(name, target, "document")
        elif name == place and not is_english(name) and folded(name) not in _GIVEN_NAMES:
            yield Respelling(name, usual, "table")


def _person(run: Sequence[str], names: Names) -> Iterator[Respelling]:
    """The last name as the document has it, and the given names before it.

    Given names that begin differently are other people's: not Bernard Kouchner, Jared Kushner.
    """
    *given, last = run
    known = [
        other
        for other in names.alike(last)
        if is_same_name(last, other[-1])
        and (
            not given
            or len(other) == 1
            or any(begin_alike(ours, theirs) for ours in given for theirs in other[:-1])
        )
    ]
    if not known:
        return
    target = last if names.holds(last) else known[0][-1]
    if target != last:
        yield Respelling(last, target, "document")
    spelled = [_given(name, [n for other in known for n in other[:-1]]) for name in given]
    for old in dict.fromkeys((last, target)) if spelled != given else ():
        yield Respelling(" ".join([*given, old]), " ".join([*spelled, target]), "document")


def _given(name: str, listed: Sequence[str]) -> str:
    """The given name as the document spells it for this person, or less French."""
    if name in listed:
        return name
    spelled = next((other for other in listed if is_same_name(name, other)), None)
    return spelled or _RUSSIAN_GIVEN.sub(lambda match: "" if match[0] == "u" else "i", name)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """The names, longest first: in "pro-Poutine" too, but not "Bade" in "Bade-Wurtemberg".

    Nor after a French article or preposition: the engine left "rue de Londres" whole.
    """
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-]){_NOT_FRENCH}"
        rf"(?P<prefix>(?:[a-zß-ÿ]+-)*)(?P<name>{alternatives})(?![^\W_]|-{CAPITAL})"
    )
