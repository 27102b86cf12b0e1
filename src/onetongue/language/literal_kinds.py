"""Which literals there are: the one table that the detector, the engines and the checks share.

Responsible for: how each kind is written, and what more must be so where words are written like it.
Not responsible for: finding them in a text or hiding them (`literals`).

No pattern goes over the same characters twice: what is enclosed ends at the next opening sign, and
the rest is possessive or bounded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.language.spellings import levels
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _enclosed(opening: str, closing: str) -> str:
    return rf"{opening}(?:(?!{opening}|{closing})[^\n])*+{closing}"


_SPACE: Final = "[ \u00a0\u202f]"
_ARGUMENTS: Final = r"\((?:[^()\n]++|\([^()\n]*+\))*+\)"
_DIRECTIVES: Final = (
    "if|else(?:if)?|unless|isset|empty|for(?:each|else)?|while|switch|case|default|break|continue"
    "|php|section|yield|show|parent|extends|include[A-Za-z]*|each|component|slot|props|push|prepend"
    "|stack|once|verbatim|can(?:not|any)?|auth|guest|env|production|error|csrf|method|lang|choice"
    "|json|js|class|style|checked|selected|disabled|readonly|required|vite|end[a-z]+"
)
ENDINGS: Final = (
    "pdf|jpe?g|png|gif|svg|webp|bmp|tiff?|ico|html?|txt|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|tex|bib"
    "|csv|tsv|json[5l]?|ya?ml|toml|xml|xliff|xlf|po|pot|srt|vtt|ini|cfg|conf|config|log|lock|env|md|mdx"
    "|rst|adoc|sh|bash|bat|cmd|ps1|exe|dll|msi|apk|dmg|iso|deb|rpm|zip|tar|tgz|gz|bz2|xz|7z|rar|jar|war"
    "|whl|py|ipynb|jsx?|tsx?|mjs|css|scss|sass|less|php|rb|vue|svelte|java|kt|swift|go|rs|cpp|hpp"
    "|sql|sqlite|db|bak|tmp|mp[34]|wav|ogg|flac|avi|mkv|mov|webm|ttf|woff2?|gradle|properties|dist"
)
_DOMAINS: Final = "com|org|net|fr|ca|be|ch|eu|uk|io|info|gov|edu|example|dev|app"
_FOLDERS: Final = (
    "src|lib|bin|etc|usr|var|tmp|opt|docs?|app|apps|node_modules|config|assets|resources|vendor|dist"
    "|build|include|scripts|static|templates|views|examples|packages|img|www|api|data|locales?|i18n"
    "|components|css|js|themes|storage|logs"
)
MODIFIERS: Final = "Ctrl|Control|Contrôle|Alt(?:Gr)?|Maj|Shift|Cmd|Command|Commande|Option|Opt|Win|Windows|Fn|Super|Meta"
_KEYS: Final = (
    rf"F\d{{1,2}}|{MODIFIERS}|Suppr|Del(?:ete)?|[ÉE]chap|Esc|Entr[ée]e|Enter|Tab|Espace|Space|Début|Home"
    r"|Fin|End|Ins(?:er)?|Haut|Bas|Gauche|Droite|[A-Za-z0-9]"
)
# What English calls keys that French names, each after a bar.
ENGLISH_KEYS: Final[Mapping[str, str]] = {
    "Maj": "|Shift", "Suppr": "|Del(?:ete)?", "Échap": "|Esc(?:ape)?", "Echap": "|Esc(?:ape)?",
    "Entrée": "|Enter|Return", "Entree": "|Enter|Return", "Espace": "|Space", "Début": "|Home",
    "Fin": "|End", "Inser": "|Ins(?:ert)?", "Haut": "|Up", "Bas": "|Down", "Gauche": "|Left",
    "Droite": "|Right", "Contrôle": "|Control|Ctrl", "Commande": "|Command|Cmd",
}  # fmt: skip
# Pictures in the text, with their colours and those joined to them: an engine says another, or none.
PICTURE: Final = "[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]"
# What says how figures or steps stand to each other, in every language.
MARK: Final = "≤≥≠≈→←↔⇒"
# Who says what when: "[10:02] <nick> ", "[10:02] Ann Lee: ", "12/03/2024, 14:22 - Ann: ".
_DAY: Final = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_CLOCK: Final = r"\d{1,2}:\d\d(?::\d\d)?"
_NICK: Final = r"<[^<>\n]{1,30}>"
_SPEAKER: Final = r"[^\W\d][\w.’'-]{0,20}(?: [\w.’'-]{1,20}){0,2}:"
# "01 23 45 67 89", "+33 1 23 45 67 89", "514 555-0100".
_PHONE: Final = rf"(?:\+\d{{1,3}}{_SPACE}\d|0\d)(?:{_SPACE}\d\d){{4}}|(?:\(\d{{3}}\)|\d{{3}}){_SPACE}\d{{3}}[-\u2011]\d{{4}}"
_RELEASE: Final = r"[-+](?:alpha|beta|rc|dev|pre|snapshot|build|final|lts|stable|post)\w*(?:\.\d+)*"
_PRINTF: Final = r"-?0?\d{0,3}(?:\.\d{1,2})?l{0,2}[sdifux@]"

# In order of precedence: where two begin at the same place the first wins.
KINDS: Final[Mapping[str, str]] = {
    "code": r"(?<!`)`+[^`\n]+`+",
    "url": r"<(?:(?:https?|ftp)://|mailto:|[\w.+-]+@)[^\s<>]+>|(?:https?|ftp)://[^\s<>«»“”\"`]+|\b(?:www\.|mailto:)[^\s<>«»“”\"`]+"
    r"|\blocalhost:\d+(?:/[^\s<>«»“”\"`]*)?"
    r"|(?<![\w.@-])[\w-]+(?:\.[\w-]+)++(?:(?<=\.(?:com|org|net|gov|edu))|(?<=\.(?:fr|be|ch|ca|eu|uk|io)))"
    r"/[^\s<>«»“”\"`]*",
    # Not "9:00 - Accueil: café", which is a programme.
    "stamp": rf"(?<![^\n])(?:\[(?:{_DAY},? )?{_CLOCK}\] (?:{_NICK}|{_SPEAKER})|{_CLOCK} {_NICK}|{_DAY},? {_CLOCK} - {_SPEAKER})(?= )",
    "email": r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    # A formula is not "10 $ à 20 $" nor "$50,000 or $60,000": no space is within its signs, no digit
    # behind.
    "formula": r"(?<![\w$\\])\$\$?(?![\s$])[^$\n]{0,200}(?<![\s$\\])\$\$?(?![\w$])"
    r"|\\\((?:[^\\\n]|\\(?![()]))++\\\)|\\\[(?:[^\\\n]|\\(?![\[\]]))++\\\]",
    "directive": rf"{_enclosed('{%', '%}')}|{_enclosed('{#', '#}')}|{_enclosed('<%(?!=)', '%>')}"
    rf"|{_enclosed(r'<[?]', '[?]>')}"
    rf"|(?<![\w@.])@(?:(?:{_DIRECTIVES})\b(?: ?{_ARGUMENTS})?|[A-Za-z]\w*{_ARGUMENTS})",
    "template": rf"{_enclosed(r'{{', r'}}')}}}?|{_enclosed('{!!', '!!}')}|{_enclosed('<%=', '%>')}"
    r"|\[\[\s?[\w.$-]+\s?\]\]",
    # Not "30 %d'inflation": a placeholder follows no digit and precedes no letter or apostrophe.
    "placeholder": r"[$#%@]?\{\s?\w[\w.:\[\]-]*\s?\}|[$#]\{[^{}\n]{1,100}\}|\{\}"
    r"|\{\w+,\s?(?:plural|select\w*),(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\}"
    r"|\{[\w.$]+" + _ARGUMENTS + r"\}"
    rf"|%\(\w+\)[sdif]|%\d+\$[sdif@]|(?<!\d)(?<!\d{_SPACE})%{_PRINTF}(?![\w'’])|%[A-Z_]{{3,}}%"
    r"|%[YmdHMSBAbajpyI](?:[-/:. ]%[YmdHMSBAbajpyI])+(?!\w)|(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])",
    "tag": r"</?(?:[A-Za-z](?:[^<>\"\n]|\"[^\"\n]*+\")*+|\d+)>|</?[A-Za-z][^<>\n]*>",
    "handle": r"(?<![\w@])@\w[\w-]*(?:[./]\w[\w-]*)*",
    "hashtag": r"(?<![\w&#])#(?:[^\W\d_]\w*|[0-9a-fA-F]{6}\b)",
    "variable": rf"(?<![\w$\\])\$[a-z_]\w*(?:(?:->|::)\w+(?:{_ARGUMENTS})?|\[[^\[\]\n]{{1,40}}\])*"
    rf"|(?<![\w$\\])(?<!\d{_SPACE})\$(?!(?:US|CAN?|CAD|USD|AUD|NZ|HK)\b)[A-Z][A-Z0-9_]+\b",
    "path": r"\b[A-Za-z]:\\[^\s<>\"|?*]*\w|\\\\[\w.$-]+(?:\\[\w.$-]+)+"
    r"|(?<![^\s(«“\"'])(?:(?:~|\.\.?)/(?:[\w.*/-]*[\w*/])?|(?:/[\w.*-]+)+/[\w.*-]*\w/?)"
    rf"|(?<![^\s(«“\"'])/(?:{_FOLDERS}|home)\b"
    rf"|(?<![^\s(«“\"'])(?:{_FOLDERS})/(?:[\w.*-]+/)*+(?:[\w.*-]*[\w*])?"
    rf"|(?<![^\s(«“\"'])[\w.-]+(?:/[\w.*-]+)*/[\w-]+(?:\.[\w-]+)*\.(?:{ENDINGS})\b(?!['’])"
    rf"|(?<![\w*])\*{{1,2}}(?:/\*)?\.(?:\w+|\{{[\w,]+\}})",
    "key": rf"\b(?:{MODIFIERS})(?:\s?\+\s?(?:{_KEYS})\b)+|\bCtrl-[A-Z]\b|[⌘⌥⇧⌃]+\s?\+?\s?(?:[A-Z0-9]\b|F\d+)?",
    "option": r"(?<![\w-])--[a-z][a-z0-9-]*\b(?!-)(?:=[^\s,;)»\"'’]+)?"
    r"|(?<![^\s(«“\"'])-[a-z]{1,3}(?![\w'’-])|(?<=\w\ )-[A-Z](?![\w'’-])",
    "call": rf"(?<![\w.])[A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)+{_ARGUMENTS}"
    r"|(?<![\w.])[A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)*"
    r"\((?:(?:'[^'\n]{0,80}'|\"[^\"\n]{0,80}\")(?:,[^()\n]{0,80})?)?\)(?:\.\w+\(\))*",
    "member": rf"(?<![\w.:])[A-Za-z_]\w*(?:::[A-Za-z_]\w*)+(?:{_ARGUMENTS})?"
    rf"|(?<![\w>-])[a-z_]\w*(?:->[a-z_]\w*)+(?:{_ARGUMENTS})?|\b[A-Z]\w+(?:\\[A-Z]\w+)+",
    "file": rf"(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:{ENDINGS}|{_DOMAINS})\b(?![’'])(?:\.[a-z]\w*)*"
    rf"|(?<![\w.])\.(?:env(?:\.\w+)?|git\w*|ht\w+|\w+rc|\w+ignore|{ENDINGS})\b|(?<![\w-])[\w-]{{2,}}\.[ch]\b(?!['’])"
    r"|\b(?:Make|Docker|Vagrant|Jenkins|Gem|Proc|Pip|Rake|Caddy)file\b",
    "identifier": rf"\b[A-Za-z]\w*_\w+\b(?:{_ARGUMENTS})?|\b__[a-z]+__\b|\b(?:data|aria)-[a-z]+(?:-[a-z]+)*\b",
    "attribute": r"(?<![\w.@-])[A-Za-z_]\w+(?:\.[a-z_]\w+)+\b(?!['’.]\w)",
    "parameter": r"(?<![\w:]):[a-z_]{3,}\b(?!:)",
    "date": r"(?<![\w/.-])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}/\d\d/\d\d"
    r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)(?![\w/-])",
    "version": rf"(?<![\w.,/:-])(?:v\d+(?:\.\d+)*(?:{_RELEASE})?|\d+(?:\.\d+){{0,3}}\.x"
    rf"|\d+(?:\.\d+)+(?:{_RELEASE}))(?!\w)",
    "number": r"(?<![\w.,/:-])(?:\d+\.\d{1,2}|(?!\d{1,3}(?:\.\d{3})+(?!\.?\d))\d+(?:\.\d+){2,})(?!\w|[.,/:]\d)"
    rf"|(?<![\w.,/:-])(?:{_PHONE})(?!{_SPACE}?\d|\w)",
    "licence": r"\b(?:[AL]?GPL|Apache|MPL|EUPL|BSD|CC)(?:[ -](?:BY|SA|NC|ND|\d(?:\.\d)?|Clause|or-later|only))+\b"
    r"|\b(?:[AL]GPL|GPL|MPL|EUPL)(?:v\d(?:\.\d)?\+?)?(?!\w)",
    "camel": rf"\b[a-z]+[A-Z][A-Za-z0-9]+\b(?:{_ARGUMENTS})?|\b[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]+\b"
    r"|\b[A-Z]{3,}[a-z]{2,}[A-Za-z0-9]*\b",
    "picture": rf"{PICTURE}(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d{PICTURE})*",
    "mark": f"[{MARK}]",
    "acronym": r"\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+(?:\.\d+)?)*\b(?!['’-]?[a-z])",
}
# What people write as words, too, or as numbers: a glossary has them, the detector reads them.
WORDS: Final = frozenset({"acronym", "camel", "licence"})
NUMBERS: Final = frozenset({"date", "number"})
# What is neither language nor code.
PICTURES: Final = frozenset({"picture"})
MARKS: Final = frozenset({"mark"})
# What stands around sentences, and alone on its line.
SIGNS: Final = frozenset({"tag", "directive", "stamp"})

# Half nats, as `levels` has them. A word that English has this much less than French ("demain" 14,
# "titre" 16, but "message" 0) or that French uses so often ("on") begins a sentence that is glued to
# the one before: "revoir.demain", "fin --mais".
_FRENCH, _FREQUENT = 4, 12
# What stands after the stop in "citoyen.nes" and "acteur.rices".
_INCLUSIVE: Final = re.compile(r"(?:n?n|l?l|tr|r|t|s|v|ss|al|iv|eus|[èe]r|tric|ric)?es?|eurs?|[xs]")
_NAME_PREFIX: Final = re.compile(
    r"(?:Mc|Mac|Le|La|De|Di|Du|Des|Del|Da|Van|Von|Fitz|St|El|Al|Ben)[A-Z]"
)
_LAST_HUMP: Final = re.compile(r"[A-Z][a-z]*$")
_LOOKED_BACK: Final = 30  # code points, for the word before


def has_evidence(kind: str, found: re.Match[str]) -> bool:
    """Whether what is written like a literal of this kind is one, where words may be written so.

    For acronyms ask `acronyms`.
    """
    asked = _EVIDENCE.get(kind)
    return asked is None or asked(found)


def _is_attribute(found: re.Match[str]) -> bool:
    """Not "revoir.je", "citoyen.ne" or "p.ex": `user.name`."""
    first, *rest = found[0].split(".")
    return not any(_INCLUSIVE.fullmatch(word) or _is_french(word) for word in rest) and (
        len(rest) > 1 or not _is_french(first.lower())
    )


def _is_option(found: re.Match[str]) -> bool:
    """Not "fin --mais", nor a dialogue or a list: "-a dit"."""
    name = found[0].lstrip("-")
    if found[0].startswith("--"):
        return not _is_french(re.split("[-=]", name)[0])
    before = found.string[max(0, found.start() - _LOOKED_BACK) : found.start()]
    if len(name) > 1 and _is_french(name):
        return False
    return name != "y" and before.strip(" ") != "" and not before.endswith("\n")


def _is_parameter(found: re.Match[str]) -> bool:
    """Not "ceci :suite": a word that French has far less than English, ":count"."""
    english, french = levels(found[0][1:])
    return english + _FRENCH <= french


def _is_camel(found: re.Match[str]) -> bool:
    """Not "LeBlanc", "McDonald", nor "finLe", where a space was lost."""
    hump = _LAST_HUMP.search(found[0].partition("(")[0])
    is_glued = hump is not None and hump[0].lower() in words("starters")
    return not is_glued and _NAME_PREFIX.match(found[0]) is None


def _is_french(word: str) -> bool:
    english, french = levels(word)
    return french <= _FREQUENT or french + _FRENCH < english


_EVIDENCE: Final[Mapping[str, Callable[[re.Match[str]], bool]]] = {
    "attribute": _is_attribute,
    "option": _is_option,
    "parameter": _is_parameter,
    "camel": _is_camel,
}
