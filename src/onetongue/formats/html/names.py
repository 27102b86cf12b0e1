"""The elements of HTML by what they are to a reader.

Responsible for: which elements make blocks, which have no content or none to be read, which end
others that were left open, and what kind of prose stands in them.
Not responsible for: anything that depends on a document.

Source: https://html.spec.whatwg.org/multipage/ (syntax, parsing, rendering), and HTML 4 for what is
obsolete.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from onetongue.document import RegionKind

HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
# They stand on lines of their own. Labels, buttons and options do not, but are read as if; what is
# there without scripts, and for scripts to copy, is read as what it then is.
BLOCKS: Final = HEADINGS | frozenset(
    """
    address article aside blockquote body button caption center col colgroup datalist dd details
    dialog dir div dl dt fieldset figcaption figure footer form frameset head header hgroup hr html
    label legend li main menu nav noscript ol optgroup option p search section select summary table
    tbody td template tfoot th thead tr ul
    """.split()
)
VOID: Final = frozenset(
    """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track
    wbr
    """.split()
)
# Their content is text up to their end tag, whatever stands in it. With scripts, so is noscript's,
# which without them is markup.
RAW: Final = frozenset("iframe noembed noframes plaintext script style textarea title xmp".split())
# Of these the content is words, with character references.
WORDS: Final = frozenset({"textarea", "title"})
# SVG and MathML, and which of their elements may hold HTML.
FOREIGN: Final = {
    "math": frozenset("annotation-xml mi mn mo ms mtext".split()),
    "svg": frozenset("desc foreignobject title".split()),
}
# Elements of HTML that end SVG and MathML around them, and those whose end tags do.
BREAKS_OUT: Final = HEADINGS | frozenset(
    """
    b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta
    nobr ol p pre ruby s small span strike strong sub sup table tt u ul var
    """.split()
)
ENDS_OUT: Final = frozenset({"br", "p"})

# Inside a line, and no more to a reader than how it looks or where it leads.
INLINE: Final = frozenset(
    """
    a abbr acronym b bdi bdo big blink cite del dfn em font i ins mark marquee nobr q rp rt ruby s
    small span strike strong sub sup time tt u
    """.split()
)
# Nobody's prose, and something that must come through inside a sentence.
CODE: Final = frozenset("code kbd samp var".split())
# Never read: as it stands it is code, or there for old browsers.
SKIPPED: Final = frozenset("applet audio canvas listing object pre video".split())
KNOWN: Final = BLOCKS | VOID | RAW | INLINE | CODE | SKIPPED
# Inside a line they stand for something else than words, so text ends before them.
DIVIDING: Final = frozenset({"embed", "frame", "hr", "input", "keygen"})

KINDS: Final[dict[str, RegionKind]] = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys("title th dt legend summary label button option".split(), "heading"),
    "textarea": "paragraph",
    **dict.fromkeys("figcaption caption".split(), "caption"),
    "blockquote": "quotation",
}

# Beyond these no element is looked for when another one ends.
SCOPES: Final = frozenset("applet caption marquee object table td template th".split())
_P_SCOPES: Final = SCOPES | {"button"}
TABLE_PARTS: Final = frozenset("caption colgroup table tbody td tfoot th thead tr".split())
# Blocks that a paragraph may hold, or cannot be next to.
_IN_P: Final = frozenset(
    """
    body button col colgroup datalist head html label legend noscript optgroup option select template
    """.split()
)


class Implied(NamedTuple):
    """A start tag ends the open elements `names`, unless one of `scopes` is open inside them."""

    names: frozenset[str]
    scopes: frozenset[str]


_P: Final = Implied(frozenset({"p"}), _P_SCOPES)
_ROWS: Final = frozenset("caption colgroup tbody tfoot thead tr td th".split())
IMPLIED: Final[dict[str, tuple[Implied, ...]]] = {
    **dict.fromkeys((BLOCKS | {"pre", "listing", "xmp", "plaintext"}) - _IN_P, (_P,)),
    **{name: (_P, Implied(HEADINGS, SCOPES | BLOCKS - HEADINGS)) for name in HEADINGS},
    "li": (_P, Implied(frozenset({"li"}), SCOPES | {"ul", "ol", "menu", "dir"})),
    **{name: (_P, Implied(frozenset({"dd", "dt"}), SCOPES | {"dl"})) for name in ("dd", "dt")},
    **{
        name: (Implied(frozenset({"td", "th", "caption", "colgroup"}), frozenset({"table", "tr"})),)
        for name in ("td", "th")
    },
    "tr": (Implied(_ROWS - {"tbody", "tfoot", "thead"}, frozenset({"table"})),),
    **{
        name: (Implied(_ROWS, frozenset({"table"})),)
        for name in ("caption", "colgroup", "tbody", "tfoot", "thead")
    },
    "button": (Implied(frozenset({"button"}), SCOPES),),
    "body": (Implied(frozenset({"head"}), frozenset()),),
    "option": (Implied(frozenset({"option"}), SCOPES | {"select", "datalist"}),),
    "optgroup": (Implied(frozenset({"option", "optgroup"}), SCOPES | {"select"}),),
}
