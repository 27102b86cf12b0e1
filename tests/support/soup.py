"""Pages without French, in the shapes the web has, each damaged as the web damages them.

Deterministic: the same number gives the same page.
"""

from __future__ import annotations

from random import Random

SENTENCES = [
    "The committee met on Thursday and decided to postpone the vote until the spring.",
    "Nobody at the harbour had seen the boat since the storm.",
    "Prices rose by 3.4% in May, the third increase in a row.",
    "She grew up in a small town near the coast and moved to the city at nineteen.",
    "The new library opens on Monday with a reading for children.",
    "His café au lait was cold by the time Jean-Luc arrived from Côte d'Ivoire.",
    "Click the button below to download the file to your computer.",
    "The film won two awards at the festival last year.",
    "Rain is expected in the north, with sunny spells in the afternoon.",
    "It took the team four weeks to find out why the server kept running out of memory.",
]
WORDS = ["Home", "News", "About us", "Sports", "Contact", "Privacy policy", "Read more", "Sign in"]
INLINE = ["b", "i", "em", "strong", "span", "a", "small", "u", "font", "my-note", "mark", "cite"]


class Page:
    """One page in the making."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)

    def words(self) -> str:
        return self.random.choice(WORDS)

    def line(self) -> str:
        """A sentence with inline markup at random words."""
        words = (
            self.random.choice(SENTENCES)
            .replace("é", self.random.choice(["é", "&eacute;", "&#233;"]))
            .split()
        )
        for _ in range(self.random.randrange(3)):
            i = self.random.randrange(len(words))
            tag = self.random.choice(INLINE)
            extra = self.random.choice(
                ["", ' class="x"', " id=y", ' title="The title of it"', ' href="?a=1&copy=2"']
            )
            words[i] = f"<{tag}{extra}>{words[i]}</{tag}>"
        joint = self.random.choice([" ", " ", "\n", "&nbsp;", "<br>", "<!-- x --> "])
        i = self.random.randrange(len(words))
        return " ".join(words[: i + 1]) + joint + " ".join(words[i + 1 :])

    def lines(self, most: int = 4) -> str:
        return " ".join(self.line() for _ in range(self.random.randrange(1, most + 1)))

    def many(self, shape: str, most: int = 6) -> str:
        """The shape some times, with `@` a line and `#` a word."""
        parts = []
        for _ in range(self.random.randrange(1, most)):
            parts.append(
                "".join(
                    self.lines() if c == "@" else self.words() if c == "#" else c for c in shape
                )
            )
        return "".join(parts)

    def article(self) -> str:
        return (
            f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{self.words()} - Daily</title>'
            f'<meta name="description" content="{self.random.choice(SENTENCES)}">'
            '<link rel=stylesheet href=a.css title="Default"><style>p > a { color: red }</style></head><body>'
            f"<nav><ul>{self.many('<li><a href=#>#</a></li>')}</ul></nav><article><h1>{self.words()}</h1>"
            f'<figure><img src=a.jpg alt="A man in a boat"><figcaption>{self.line()}</figcaption></figure>'
            f"{self.many('<p>@</p>')}<blockquote><p>{self.lines()}</p></blockquote>"
            "<script>if (a < b && c > d) { document.write('<p>le chat</p>') }</script>"
            f"{self.many('<p>@')}</article><footer>&copy; 2024</footer></body></html>"
        )

    def blog(self) -> str:
        return f"<div class=post><h2><a href=/x>{self.words()}</a></h2>{self.many('<p>@<p>@')}<hr>{self.many('@<br><br>@')}</div>"

    def docs(self) -> str:
        code = "<pre><code class=language-py>for x in le_chat:\n    print('les élèves', x)\n</code></pre>"
        return f"<main><h1>{self.words()}</h1>{self.many('<p>Run <code>x --le=la</code> now. @</p>')}{code}<dl>{self.many('<dt>#<dd>@')}</dl></main>"

    def forum(self) -> str:
        return self.many(
            "<div class=post><a href=u>#</a> wrote:<blockquote>@</blockquote>@<br>\n@<br>- #</div>"
        )

    def wiki(self) -> str:
        table = (
            f"<table><caption>{self.words()}</caption>{self.many('<tr><th>#<td>@<td>#')}</table>"
        )
        return f"<h2>{self.words()}<span class=edit>[<a href=e>edit</a>]</span></h2>{self.many('<p>@<sup class=noteref><a href=#1>[1]</a></sup></p>')}{table}"

    def shop(self) -> str:
        return (
            f"<form action=/s><label>Number <select name=n><option>un<option>deux</select></label>"
            f'<input type=submit value="Add to basket"><input placeholder="Search the shop"></form>{self.many("<li>#<p>@ <del>9.99</del> <ins>7.99</ins>")}'
        )

    def legacy(self) -> str:
        inner = self.many(
            "<TR><TD BGCOLOR=#FFFFFF WIDTH=50%><FONT FACE=Arial SIZE=2>@</FONT><TD><TABLE><TR><TD>#</TABLE>"
        )
        return f'<HTML><HEAD><TITLE>{self.words()}</TITLE></HEAD><BODY BGCOLOR="#C0C0C0"><CENTER><TABLE BORDER=0>{inner}</TABLE></CENTER><NOBR>{self.line()}</NOBR></BODY></HTML>'

    def xhtml(self) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'
            f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>{self.words()}</title><script src="a.js"/>'
            f"<style>/*<![CDATA[*/ p > a {{}} /*]]>*/</style></head><body>{self.many('<p>@<br />@</p>')}<![CDATA[ le chat dort ]]></body></html>"
        )

    def email(self) -> str:
        return (
            "<!--[if mso]><table><tr><td>le chat</td></tr></table><![endif]--><![if !mso]>"
            f"{self.many('<table role=presentation><tr><td style=x>@</td></tr></table>')}<![endif]><img src=t.gif width=1 height=1 alt=''>"
        )

    def amp(self) -> str:
        return f'<html ⚡><body><amp-img src=a alt="A view of the bay"></amp-img>{self.many("<p>@</p>")}<template type=amp-mustache>the {{{{cat}}}} is there</template>'

    def spa(self) -> str:
        return (
            '<div id=root></div><noscript>Please turn on scripts.</noscript><script type="application/json">{"titre": "Le chat '
            'est sur la table", "x": "<p>les élèves</p>"}</script><svg viewBox="0 0 1 1"><title>A view of the bay</title><path d="M0 0"/></svg>'
            f"<app-root>{self.many('<my-card><slot>@</slot></my-card>')}</app-root><textarea>Your words here</textarea>"
        )

    SHAPES = (article, blog, docs, forum, wiki, shop, legacy, xhtml, email, amp, spa)

    def place(self, page: str) -> int:
        """Somewhere in the page, but not within a word, whose halves may be French ones."""
        at = self.random.randrange(len(page) + 1)
        while 0 < at < len(page) and (page[at - 1].isalpha() or page[at].isalpha()):
            at -= 1
        return at

    def damaged(self, page: str) -> str:
        """The page with a few of the things that go wrong."""
        for _ in range(self.random.randrange(4)):
            at = self.place(page)
            harm = self.random.choice(
                [
                    "<",
                    "<<<",
                    "</",
                    "</div>",
                    "</p>",
                    "<b>",
                    "<table>",
                    "\x00",
                    "&",
                    "&amp",
                    "<!--",
                    "-->",
                    '"',
                    "'",
                    "<p",
                    ">",
                    "<a href='",
                    "]]>",
                    "\r\n",
                    "</table>",
                    "<svg>",
                    "\ufeff",
                    "<li>",
                ]
            )
            lost = self.random.randrange(3)
            rest = page[at:] if any(map(str.isalpha, page[at : at + lost])) else page[at + lost :]
            page = page[:at] + harm + rest
        if not self.random.randrange(4):
            page = page[: self.place(page)]
        return page.replace("\n", "\r\n") if not self.random.randrange(4) else page


# What stands in scripts and code; damage could bring it out, and then it is French.
HIDDEN = [
    "Le chat est sur la table",
    "le chat est là",
    "le chat",
    "les élèves",
    "le=la",
]
WHOLE = 2 * len(Page.SHAPES)  # the first pages are not damaged


def page(number: int) -> str:
    """The page of this number: its shape goes round, its words and damages are drawn."""
    made = Page(number)
    whole = Page.SHAPES[number % len(Page.SHAPES)](made)
    if number < WHOLE:
        return whole
    for french in HIDDEN:
        whole = whole.replace(french, "code")
    return made.damaged(whole)
