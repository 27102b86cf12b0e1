"""Whether a translation says the contrary of its source.

Responsible for: a French negation of which the English has no trace, where that is certain.
Not responsible for: other words that are lost (`lost_words`).

In 2,989 human translations (FLORES dev, NTREX-128) two are called contrary, both free ones; where "not"
and "never" are taken out of the others, a third is. English can deny in too many ways to tell more.
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.language.lexicon import translations
from onetongue.language.spellings import levels

_PRONOUNS: Final = r"(?:(?:me|te|se|le|la|les|lui|leur|y|en|nous|vous)\s+|[mtsl]['’])*"
_VERB_DENIED: Final = re.compile(
    rf"\b(?:ne\s+|n['’]){_PRONOUNS}(?P<verb>[^\W\d_]+)(?:-[^\W\d_]+)?\s+(?:\w+\s+)?"
    r"(?:pas|jamais|rien|aucune?|personne)\b(?!\s+(?:seulement|uniquement|que|moins|le seul|la seule)\b)"
    r"(?:\s+(?P<participle>[^\W\d_]{3,}))?",
    re.IGNORECASE,
)
# "aucun enfant n'a été blessé", "produit non remboursable"
_NOUN_DENIED: Final = re.compile(
    r"\baucune?\s+(?P<verb>[^\W\d_]+)\s+(?:[^\W\d_]+\s+)?(?:ne\s|n['’])(?:[^\W\d_]+\s+){0,2}?"
    r"(?P<participle>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_ADJECTIVE_DENIED: Final = re.compile(
    r"\bnon[ -](?P<verb>[^\W\d_]{5,})(?P<participle>)", re.IGNORECASE
)
# "Aucun message non lu" is no "unread message".
_NONE_AT_ALL: Final = re.compile(
    r"(?:^|[.!?:;«“\"]\s*)Aucune?\s(?![^.!?]*(?:\bne\s|\bn['’]|\bsans\b))"
)
_SAYS_NONE: Final = re.compile(
    r"n['’]t\b|\b(?:not?|none|nothing|never|nor|neither|nobody|without|any\w*|zero|nil|0|cannot|lack\w*|free|empty)\b",
    re.IGNORECASE,
)
_DENIED: Final = (_VERB_DENIED, _NOUN_DENIED, _ADJECTIVE_DENIED)
# "N'oubliez pas" is "remember" as well, "n'hésitez pas" is "feel free".
_UNLIKE: Final = "(?!oubli|hésit|manqu|inqui|tard|quitt)"
_PROHIBITION: Final = re.compile(
    rf"(?:^|[.!?:;«“\"]\s*)(?:Ne\s+|N['’]){_PRONOUNS}(?:(?:pas|jamais)\s+{_PRONOUNS}{_UNLIKE}\w+(?:er|ir|re)"
    rf"|{_UNLIKE}\w+(?:ez|ons|[es])\s+(?:pas|jamais))\b"
)
_NOT: Final = (
    r"n['’]t\b|\b(?:not|cannot|dont|no|nor|never|none|nothing|neither|without|avoid\w*|refrain\w*"
    r"|forbid\w*|prohibit\w*|stop\w*"
)
_FORBIDS: Final = re.compile(rf"{_NOT}|beware|leave|keep|careful)\b", re.IGNORECASE)
_DENIES: Final = re.compile(
    rf"{_NOT}|cant|nobody|nowhere|unless|until|hardly|barely|scarcely|rarely|seldom|little|few|fewer|less"
    r"|lack\w*|fail\w*|miss\w*|refus\w+|reject\w*|den(?:y|ies|ied|ial)|prevent\w*|unable|impossible"
    r"|only|rather|instead|otherwise|any\w*|ever|yet|free|absen\w+|nil|zero|except\w*|ignor\w+|ban\w*"
    r"|(?:de)?void|beyond|declin\w+|still|doubt\w*|against|wrong|non|trouble|too|remain\w*|exclu\w+|\w+less(?:ly)?"
    r"|(?:un|dis|im|in)(?!der|til|ter|to|clud|form|creas|stead|port|side|volv|deed|dust|iti|cover|play"
    r"|trict|cuss)\w{5,})\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-z]+")
_COMMON: Final = 16  # half nats: a commoner verb, "être" or "be", says too little
_SHORTEST: Final = 3  # letters of an English word that is looked for; not "ll"
_STEM: Final = 5  # letters that two forms of a word begin with


def loses_negation(source: str, target: str) -> bool:
    """Whether the French `source` forbids or denies what the English `target` does not.

    A prohibition is asked for in so many words; elsewhere the verb must be in the English, and no
    word there that denies anything.

    >>> loses_negation("Ne débranchez pas l'appareil.", "Unplug the device.")
    True
    >>> loses_negation("Il ne répond pas à l'appel.", "He fails to answer the call.")
    False
    """
    if _PROHIBITION.search(source) and not _FORBIDS.search(target):
        return True
    if _NONE_AT_ALL.search(source) and not _SAYS_NONE.search(target):
        return True
    denied = [match for pattern in _DENIED for match in pattern.finditer(source)]
    if not denied or _DENIES.search(target):
        return False
    found = _WORD.findall(target.lower())
    stems = {word[:_STEM] for word in found}
    return any(
        english[:_STEM] in stems
        for match in denied
        for word in (match["verb"], match["participle"])
        if word and levels(word.lower())[1] > _COMMON
        for english, _ in translations(word.lower())
        if len(english) >= _SHORTEST and levels(english)[0] > _COMMON
    )
