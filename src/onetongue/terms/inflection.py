"""How French and English words change their endings, as far as a glossary needs to know.

Responsible for: the forms a French word of a term may take in a text, and English plurals.
Not responsible for: verbs, lemmas or parts of speech; nothing here knows a dictionary.

A form too few leaves a term unfound, a form too many puts a wrong word into a text; so a word that
stands alone gets fewer forms than one among others, which vouch for it.
"""

from __future__ import annotations

import re

# Plurals and feminines that are mostly another word: "au cours de" is no court, "l'armée" no armed
# woman. From what `forms` makes of the words of FLORES, NTREX-128 and TICO-19.
_OTHER_WORDS = frozenset(
    """armée armées arrivée arrivées assemblée assemblées capitale capitales cours dés dès donnée
    données durée durées entrée entrées fils fois fonds mais matérielle matérielles menées mois paris
    pensée pensées personnelle personnelles portée portées sans signale signales sommes sous traitée
    traitées vers""".split()
)
_INVARIABLE = ("s", "x", "z")
# French endings and what stands for them in the other form; the first that fits.
_PLURALS = {"al": "aux als", "ail": "aux ails", "au": "aux", "eu": "eux eus", "ou": "ous oux"}
_FEMININES = {
    "er": "ère",
    "el": "elle",
    "en": "enne",
    "on": "onne",
    "et": "ette",
    "if": "ive",
    "eux": "euse",
}
# Where a lone word may be feminine: adjectives and persons. Not "port", "accord", "parti", "plan",
# "document", "vent", "grain", "mois", for "porte", "accorde", "vente" … are other words.
_HAS_FEMININE = re.compile(
    r"\w+(?:al|[inu]el|ien|é|ieux)|\w{3,}(?:ain|ais|ois|[il]er|(?<!m)ant|(?<!m)ent)"
)

_ENGLISH_PLURALS = {
    "child": "children",
    "embargo": "embargoes",
    "foot": "feet",
    "half": "halves",
    "knife": "knives",
    "leaf": "leaves",
    "life": "lives",
    "person": "people",
    "thief": "thieves",
    "veto": "vetoes",
    "wife": "wives",
    "wolf": "wolves",
}
_NOT_MEN = ("human", "german", "norman", "ottoman", "roman", "shaman", "talisman")
# French counts "une information", English does not.
_UNCOUNTABLE = frozenset(
    "advice aid aircraft damage equipment evidence furniture information intelligence knowledge "
    "legislation news people personnel police progress research staff training work".split()
)
_ENGLISH_ADJECTIVE = re.compile(r"\w+(?:ous|ful|less|[ai]ble|ish|ical|ional|ateral)")
_PLAIN_NOUN = re.compile(r"[a-z]+(?:[ -][a-z]+)*")
_PREPOSITIONS = frozenset("at by for from in of on to with".split())


def forms(word: str, *, alone: bool) -> frozenset[str]:
    """Return the forms a French `word` may take: itself, its plurals, its feminine and theirs.

    `alone` says that the word is the whole term: then only adjectives and words for persons have a
    feminine, capitalised ones have none ("François"), and forms that are another word are out.
    Acronyms and what ends in a digit do not change.

    >>> sorted(forms("bilatéral", alone=True))
    ['bilatéral', 'bilatérale', 'bilatérales', 'bilatérals', 'bilatéraux']
    >>> sorted(forms("port", alone=True))
    ['port', 'ports']
    """
    if word.isupper() or not word[-1].isalpha():
        return frozenset((word,))
    both = {word}
    if not alone or (word.islower() and _HAS_FEMININE.fullmatch(word)):
        both.add(_feminine(word))
    found = both.union(*map(_plurals, both))
    if alone:
        found -= {form for form in found if form.lower() in _OTHER_WORDS}
    return frozenset(found | {word})


def is_plural_of(form: str, word: str) -> bool:
    """Whether `form`, one of the `forms` of `word`, is a plural and `word` none.

    >>> is_plural_of("accords", "accord"), is_plural_of("pays", "pays")
    (True, False)
    """
    form = form.lower()
    return form != word.lower() and form.endswith(_INVARIABLE)


def plural(noun: str) -> str:
    """Return the English plural of a lower-case `noun`.

    >>> [plural(noun) for noun in ("treaty", "crisis", "process", "spokeswoman")]
    ['treaties', 'crises', 'processes', 'spokeswomen']
    """
    if noun in _ENGLISH_PLURALS:
        return _ENGLISH_PLURALS[noun]
    if noun.endswith("man") and not noun.endswith(_NOT_MEN):
        return noun[:-3] + "men"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def plural_of_term(term: str) -> str:
    """Return the plural of an English `term` that is a plain lower-case noun, any other unchanged.

    The head is the word before the first preposition, else the last. What looks like an adjective,
    is plural already, or has no plural ("information") stays.

    >>> [plural_of_term(term) for term in ("head of state", "armed forces", "bilateral", "NGO")]
    ['heads of state', 'armed forces', 'bilateral', 'NGO']
    """
    words = term.split(" ")
    head = _head(words)
    noun = words[head]
    is_plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    if not _PLAIN_NOUN.fullmatch(term) or is_plural or noun in _UNCOUNTABLE:
        return term
    if _ENGLISH_ADJECTIVE.fullmatch(noun):
        return term
    return " ".join([*words[:head], plural(noun), *words[head + 1 :]])


def english_forms(term: str) -> tuple[str, ...]:
    """Return an English `term` in lower case as it may stand in a text, the longest form first.

    >>> english_forms("attorney general")
    ('attorney generals', 'attorney general')
    """
    words = term.split(" ")
    found = {term}
    for place in {_head(words), len(words) - 1}:
        found.add(" ".join([*words[:place], plural(words[place]), *words[place + 1 :]]))
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def _head(words: list[str]) -> int:
    place = next((place for place, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    return max(place - 1, 0)


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith(_INVARIABLE):
        return (word,)
    for ending, others in _PLURALS.items():
        if word.endswith(ending):
            return tuple(word.removesuffix(ending) + other for other in others.split())
    return (word + "s",)


def _feminine(word: str) -> str:
    for ending, replacement in _FEMININES.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    return word if word.endswith("e") else word + "e"
