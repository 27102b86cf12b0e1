"""Whether a text is words for people, or code, numbers and addresses.

Responsible for: that one question, and whether words stand in what is no prose.
Not responsible for: where blocks begin and end (blocks.py), what kind they are (kinds.py), or which
language anything is in.

Most text has hardly a sign of code and is cleared by counting them. Where there are more, what
sentences hold beside words is taken out (addresses, prices, formulas, hashtags, names of fields),
and what is left is looked at: words in sequence are a sentence, whatever stood between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language import literals
from onetongue.language.odd_letters import plain

if TYPE_CHECKING:
    from onetongue.language.literals import Literal

LOOK: Final = 2000  # how much of a long text is looked at

_WORD: Final = re.compile(r"[^\W\d_]{2}")
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,9}://|www\.|mailto:)\S|[^\s@]+@[^\s@]+\.\w"
    r"|(?=[^\d\s]*\d)[a-z0-9+/=_-]{32,}$",  # base64, a checksum
    re.I,
)
_IMAGE: Final = re.compile(
    r"\[(?:image|img|photo|picture|figure|vid[ée]o)\s*\d*\]$"
    r"|!\[[^\]]*\]\([^)]*\)$"
    r"|[\[(<]?\S+\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|heic|avif)[\])>]?$"
    r"|(?:image|img|photo|figure|fig\.)\s*\d+\s*[.:]?$",
    re.I,
)
# What such a place in Markdown says of the picture in several words is read.
_DESCRIBED: Final = re.compile(r"!\[[^\]]*\w\s[^\]]*\w\]\([^)]*\)$")
# A key and its value in a line of JSON, where that is no sentence: "langue": "fr",
_PAIR: Final = re.compile(r'"[\w.-]+"\s*:\s*(?:"[^"\s]*(?: [^"\s]*)?"|[\w.-]+|[\[{])\s*,?\Z')
# A command with a comment behind it: "./tidepole brest.dat   # the tides".
_COMMENTED: Final = re.compile(
    r"(?:[$%>] )?(?:\.{0,2}/[\w.-]|[a-z][a-z0-9_.-]* (?:\S+ )*?(?:-{1,2}\w|\S*/\S))\S*(?: \S+)*? {2,}# "
)
# No square brackets of their own: journalists put them into quotations ("[Le] ministre [a] dit").
_CODE_SIGN: Final = re.compile(r"[{}<>=;_\\|$#^~`]|\(\)|::|//|\w\(|\]\[|\)\.|\w\.\w+\(")
# They stand in sentences of programs ("Bonjour {{ name }}") and of manuals ("le champ `nom`").
_PLACEHOLDER: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|[$%#]?\{\w[\w.:-]{0,80}\}|%\(\w{1,80}\)[sdif]|`[^`\n]{1,80}`"
)
# Signs per visible character. Of 15 910 sentences of FLORES-200, NTREX-128 and TICO-19 (French and
# English) the densest has 0.029; of Python's own code, cut at blank lines, 68 % is denser than 0.04.
_CODE_SHARE, _FEWEST_SIGNS = 0.04, 3

# In the place of a name or a call in a sentence of a manual: no word, and nothing left out either.
# A field's name stands among the words ("Les champs nom et code_postal sont").
_NAME, _FIELD = "¤", "¤¤"
# Prices, "5 < 6", "= 5", the ; of a sentence, menus and columns, "302(2)" and "le(s)", "[ ]", boxes.
_SENTENCE_SIGN: Final = re.compile(
    r"[$~<>]\s?(?=[\d(])|(?<=[\d)])[\s\u00a0\u202f]?\$"
    r"|(?<=[\s\u00a0\u202f]);(?=\s|$)|(?<=[^\s)]);(?=\ \S)|\[[ x~*-]?\]"
    r"|(?<=\s)=(?=\s\d)|(?<=\s)[<>|](?=\s)"
    r"|(?<=[\d)])\((?:\d[\d.]*|[a-z])\)|(?<=[^\W\d_])\((?:e?s|e|x|le|la|les|ont|\d{1,2})\)"
    r"|(?:[#=*|~_+^<>$-]\ ?){3,}|^[ \t]*[#=*|~<>$+-]+(?=\s)|(?<=\s)[#=*|~<>$+-]+[ \t]*$"
    r"|(?<![\w&#])\#(?=\w)|(?<=\d)\s=(?=\s[^\W\d_]{3})|(?<=\s)\{(?=\s)|(?<=\s)\}(?=\s)",
    re.I | re.M,
)
# Literals that stand in sentences; names and calls are for `_CODE_NAME`.
_NO_CODE: Final = frozenset(
    "url email formula directive template placeholder tag handle variable".split()
)
_ENTITY: Final = re.compile(r"&(?:[a-z]{2,8}|#\w{1,6});", re.I)
# "code_postal", "$path", "os.stat(path)", "latest()", arrows, "E = mc^2".
_CODE_NAME: Final = re.compile(
    r"(?P<field>\b[a-z]+(?:_[a-z]+)+\b(?![.(\[]\w|\()|(?<!\S)\$[A-Za-z]\w*\b(?![.(\[-])"
    r"|(?<!\S)_[a-z]\w*(?=[\s,;:!?]|$)|(?<!\S)~?/{1,2}[\w.~-]+(?:/[\w.~-]+)*/?(?=[\s,;:!?]|$))"
    r"|(?<![\w$.])(?:\$\w|_*\w[\w.]{0,80}[._]\w)[\w.]{0,80}\*?"
    r"(?:\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\])*(?!\w)"
    r"|(?<![\w.])[A-Za-z]\w{0,80}\([^()\n]{0,80}\)(?!\w)"
    r"|(?<!\S)(?:[-=]{1,2}>|<[-=]{1,2})(?!\S)|\b\w{1,3}\s=\s[\w^*/+.-]+|\b\w{1,8}\^\w+"
)
_READ: Final = re.compile(
    r"[(\"'«“‘\[*]*(?:[^\W\d_]{1,4}['’])?[^\W\d_]{2,}(?:['’-][^\W\d_]+)*[)\"'»”’\]*.,:!?…;]*"
)
# Neither words nor anything else: numbers, single letters, and what stands between words.
_BETWEEN: Final = re.compile(r"[^\w¤]*(?:\d[\d.,:/()%×÷+–-]*|[^\W\d_])?[^\w¤{}<>=|$#^~`\\]*")
_HELD: Final = re.compile(r"[^\W\d_]{3}")
# How many words in sequence are a sentence's, what share of the words and names in a line (in several
# lines) stands so, and how many signs may be left for each of them: more in a line where many words in
# lower case follow one another. Of 920 720 sentences of manuals, statutes, debates and news (French
# and English) 729 have more signs than a sentence should; 95 % of them pass. So do 99 % of the 15 910
# sentences above with three to five prices, addresses, names or formulas put in, of which 58 % passed
# by the count of signs. Of code with as many signs, cut at blank lines, without its comments, pass
# 1.3 % of Python, 0.4 % of Java, 0.1 % of C, 1.1 % of shell, 4.2 % of SQL, which reads as words, and
# nothing of 2 599 blocks of JavaScript, 969 of CSS and 2 706 of PHP. With 0.2 for 0.12 it is 15 % of
# SQL; with 0.12 for 0.3, 89 % of the sentences.
_SEQUENCE, _LONG_SEQUENCE = 3, 5
_SHARE_OF_LINE, _SHARE_OF_LINES = 0.3, 0.6
_SIGNS_LEFT, _SIGNS_LEFT_BESIDE_LONG = 0.12, 0.3


def is_image(text: str) -> bool:
    """Whether a text stands for a picture: its name, its place in Markdown, "[image 2]"."""
    return _IMAGE.match(text) is not None


def is_prose(text: str) -> bool:
    """Whether `text` is words for people: not a number, an address, an image name, a directive or code.

    Only the beginning of a long text is looked at.

    >>> is_prose("Le ministre"), is_prose("https://example.org"), is_prose("- 30.45 %")
    (True, False, False)
    >>> is_prose("De 10 $ à 20 $, soit 12 $ de moins ; voir l'annexe."), is_prose("x = a[i]; y = {b};")
    (True, False)
    """
    text = plain(text[:LOOK])
    has_placeholder = "{" in text or "`" in text or "%(" in text
    words = _PLACEHOLDER.sub(" ", text) if has_placeholder else text
    # Two of ², ½ or Ⅻ match too, and are no letters.
    if not any(word[0].isalpha() for word in _WORD.finditer(words)):
        return False
    if literals.is_only_signs(text):
        return False
    if is_image(text.strip()):
        return _DESCRIBED.match(text.strip()) is not None
    if _PAIR.match(text) if text.startswith('"') else " # " in text and _COMMENTED.match(text):
        return False
    if _is_address(text.split(None, 1)[0]) and all(map(_is_address, text.split())):
        return False
    signs = len(_CODE_SIGN.findall(words))
    if signs < _FEWEST_SIGNS or signs < _CODE_SHARE * len("".join(text.split())):
        return True
    return _is_sentence(text)


def _is_address(word: str) -> bool:
    return _ADDRESS.match(word.strip("<>()[]")) is not None


def has_words(text: str) -> bool:
    """Whether a person might take something in a text that is no prose for words.

    >>> has_words("x1 = 30;"), has_words("$ 12 | https://example.org"), has_words("nom = prix;")
    (False, False, True)
    """
    return (
        not is_image(text.strip())
        and _HELD.search(literals.replaced(text[:LOOK], _in_place_of)) is not None
    )


class _Sequences(NamedTuple):
    """How many words there are, other things in their place, words in sequence; the longest of them.

    The longest is of words that are not all in capitals.
    """

    words: int
    others: int
    in_sequence: int
    longest: int


def _is_sentence(text: str) -> bool:
    """Whether what is left without literals reads as words."""
    left = _left(_ENTITY.sub("e", text))
    signs = len(_CODE_SIGN.findall(left))
    found = _sequences(left)
    if not found.others and not signs and not _is_marked_up(text):  # a title in a box
        return found.words > 0
    has_lines = "\n" in text.strip()
    share = _SHARE_OF_LINES if has_lines else _SHARE_OF_LINE
    if found.in_sequence < max(1, share * (found.words + found.others)):
        return False
    is_long = found.longest >= _LONG_SEQUENCE and not has_lines
    most = _SIGNS_LEFT_BESIDE_LONG if is_long else _SIGNS_LEFT
    return signs <= most * found.in_sequence


def _is_marked_up(text: str) -> bool:
    """Whether it holds a literal that is no address: "#include <stdio.h>" has a tag."""
    return not all(_ADDRESS.match(one.text.strip("<>")) for one in literals.find_code(text))


def _left(text: str) -> str:
    """What of a text is neither a literal nor a sign that sentences have."""
    return _CODE_NAME.sub(_name, _SENTENCE_SIGN.sub(" ", literals.replaced(text, _in_place_of)))


def _name(found: re.Match[str]) -> str:
    return f" {_FIELD} " if found["field"] else f" {_NAME} "


def _in_place_of(literal: Literal) -> str:
    if literal.kind in {"code", "path"}:
        return f" {_FIELD} "
    return " " if literal.kind in _NO_CODE else literal.text


def _sequences(left: str) -> _Sequences:
    words = others = in_sequence = longest = 0
    for line in left.split("\n"):
        run = lower = 0
        for part in (*line.split(), _NAME):
            if _READ.fullmatch(part):
                run += 1
                lower += not part.isupper()
            elif part.startswith(_FIELD):
                others += 1
            elif not _BETWEEN.fullmatch(part):
                words += run
                in_sequence += run if run >= _SEQUENCE else 0
                longest = max(longest, lower)
                others += 1
                run = lower = 0
        others -= 1  # the last is ours
    return _Sequences(words, others, in_sequence, longest)
