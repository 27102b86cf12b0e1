"""Links inside a document, and the headings that they lead to.

Responsible for: the anchors that GitHub and MkDocs make of a heading's words, which headings are
linked by one, the tag that keeps it alive when the words are translated, and links that lead
elsewhere afterwards.
Not responsible for: writing the tag (`write`); links from other files, of which nothing is known.

Sources: `github-slugger <https://github.com/Flet/github-slugger>`_ and `slugify` of Python-Markdown
(`toc <https://python-markdown.github.io/extensions/toc/>`_), each with its way to number what is
there twice.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape, unescape
from itertools import count
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from onetongue.document import NotRead
from onetongue.formats.markdown.body import Body
from onetongue.formats.markdown.front import front_matter
from onetongue.formats.markdown.parse import Blocks, first_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token


ELSEWHERE: Final = -1  # in place of a heading's number: an anchor of its own, beside the headings
_MAY_LINK: Final = re.compile(r"(?:\(|\]:|href\s*+=)\s*+[<\"']?#", re.I)
_TAG: Final = re.compile(r"<[a-z][^<>]*>", re.I)
_ATTRIBUTE: Final = re.compile(
    r"""\s(?P<name>href|id|name)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'<>=]+))""", re.I
)
_WORDS: Final = frozenset({"text", "text_special", "code_inline"})
_KEPT: Final = frozenset({"Nd", "Nl", "Pc"})  # and all letters and marks
_NUMBERED: Final = re.compile(r"(.*)_([0-9]+)", re.S)


class Anchors:
    """What the links of a text lead to; headings are numbered from 0, in order.

    `text` is what `Body` makes of a document's.
    """

    def __init__(self, text: str) -> None:
        self.targets: dict[str, int] = {}  # and in which line, from 0, the first block begins
        self._ids: dict[str, int] = {}
        self._headings: list[list[str]] = []
        self._is_heading = False
        blocks = Blocks(text)
        for token in blocks:
            self._take(token, blocks)
        for one in blocks.references.values():
            self._link(one["href"], one["map"][0])
        words = ["".join(parts) for parts in self._headings] if self.targets else []
        self._mkdocs = {slug: i for i, slug in enumerate(_mkdocs(words, self._ids))}
        self._github = {slug: i for i, slug in enumerate(_github(words))}

    def heading(self, target: str) -> int | None:
        """The heading that has this anchor, `ELSEWHERE` if something else has; None if nothing."""
        if target in self._ids:
            return self._ids[target]
        return self._github.get(target, self._mkdocs.get(target))

    def by_heading(self) -> dict[int, tuple[str, ...]]:
        """The anchors of headings that something links to and that their words alone make."""
        found: dict[int, tuple[str, ...]] = {}
        for target in self.targets:
            at = None if target in self._ids else self.heading(target)
            if at is not None:
                found[at] = (*found.get(at, ()), target)
        return found

    def _take(self, token: Token, blocks: Blocks) -> None:
        if token.type.startswith("heading_"):
            self._is_heading = token.type == "heading_open"
            self._headings += [[]] if self._is_heading else []
        elif token.type == "html_block":
            self._read_tags(token.content, first_line(token))
        elif token.type == "inline":
            is_of_use = self._is_heading or any(sign in token.content for sign in "#<")
            for child in blocks.inline(token) if is_of_use else ():
                self._take_inline(child, first_line(token))
            for one in token.meta.get("ids", ()):
                self._ids.setdefault(one, len(self._headings) - 1)

    def _take_inline(self, child: Token, line: int) -> None:
        if child.type == "link_open":
            self._link(str(child.attrs.get("href", "")), line)
        elif child.type == "html_inline":
            self._read_tags(child.content, line)
        elif self._is_heading and child.type in _WORDS:
            self._headings[-1].append(child.content)
        elif self._is_heading and child.type == "softbreak":
            self._headings[-1].append("\n")

    def _read_tags(self, content: str, line: int) -> None:
        here = len(self._headings) - 1 if self._is_heading else ELSEWHERE
        for tag in _TAG.finditer(content):
            for found in _ATTRIBUTE.finditer(tag[0]):
                value = unescape(found["a"] or found["b"] or found["c"] or "")
                if found["name"].lower() == "href":
                    self._link(value, line)
                elif value:
                    self._ids.setdefault(value, here)

    def _link(self, href: str, line: int) -> None:
        if href.startswith("#") and len(href) > 1:
            self.targets.setdefault(unquote(href[1:]), line)


def linked_headings(text: str) -> dict[int, tuple[str, ...]]:
    """The anchors to keep, as `Anchors.by_heading` has them; most texts have none, and are not parsed."""
    return Anchors(text).by_heading() if _MAY_LINK.search(text) else {}


def tags(anchors: Sequence[str], *, is_linked: bool) -> str:
    """The elements that keep anchors alive; `is_linked` where no link may begin.

    >>> tags(["mise-à-jour"], is_linked=False)
    '<a id="mise-à-jour"></a>'
    """
    name = "span" if is_linked else "a"
    return "".join(f'<{name} id="{escape(one)}"></{name}>' for one in anchors)


def astray(before: str, after: str) -> tuple[NotRead, ...]:
    """The links of a document that led to a heading and do not any more, or to another.

    A heading that is translated keeps what is linked. But one that is not may have its anchor from
    those above: the second `## Notes` is `#notes-1`, until the first has another name.
    """
    if not _MAY_LINK.search(before):
        return ()
    body = Body(before, front_matter(before).end)
    old = Anchors(body.text)
    if not old.by_heading():
        return ()
    new = Anchors(Body(after, front_matter(after).end).text)
    return tuple(
        _note(f"#{target}", body.before + line + 1)
        for target, line in old.targets.items()
        if old.heading(target) not in {None, new.heading(target)}
    )


def _note(target: str, line: int) -> NotRead:
    what, why = f"the link to {target}", "a heading above the one it means was translated"
    note = f"{what} does not lead where it did: {why}"
    return NotRead(line, what, why, f"line {line}: {note}")


def github_slug(words: str) -> str:
    """The anchor that GitHub makes of a heading's words.

    >>> github_slug("Où télécharger l'outil ?")
    'où-télécharger-loutil-'
    """
    return "".join(c for c in words.lower() if c in "- " or _is_kept(c)).replace(" ", "-")


def _is_kept(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] in "LM" or kind in _KEPT


def mkdocs_slug(words: str) -> str:
    """The anchor that Python-Markdown, and so MkDocs, makes of a heading's words.

    >>> mkdocs_slug("Où télécharger l'outil ?")
    'ou-telecharger-loutil'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _github(headings: Iterable[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for words in headings:
        slug = made = github_slug(words)
        while made in seen:
            seen[slug] += 1
            made = f"{slug}-{seen[slug]}"
        seen[made] = 0
        yield made


def _mkdocs(headings: Iterable[str], ids: Iterable[str]) -> Iterator[str]:
    taken = {"", *ids}
    # The last number by what stands before it: a long list of the same stays linear.
    last: dict[str, int] = {}
    for words in headings:
        made = mkdocs_slug(words)
        if made in taken:
            found = _NUMBERED.fullmatch(made)
            stem, number = (found[1], int(found[2])) if found else (made, 0)
            numbers = count(max(number, last.get(stem, 0)) + 1)
            last[stem] = next(n for n in numbers if f"{stem}_{n}" not in taken)
            made = f"{stem}_{last[stem]}"
        taken.add(made)
        yield made
