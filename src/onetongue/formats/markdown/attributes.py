r"""Attributes written behind a heading's words: `## Installation {#setup .wide}`.

Responsible for: taking them out of what is read, so that they stay as they are, and keeping the ids.
Not responsible for: what an id is good for (`anchors`).

Source: `Attribute Lists <https://python-markdown.github.io/extensions/attr_list/>`_, and the heading
ids of Docusaurus, Hugo and Pandoc, which are written the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

_ONE = r"(?:[#.][^\s{}#.=\"']+|[\w:-]+=(?:\"[^\"{}\n]*\"|'[^'{}\n]*'|[^\s{}\"'=]+))"
_LIST = re.compile(rf"(?<=\S)[ \t]*\{{:?[ \t]*{_ONE}(?:[ \t]+{_ONE})*[ \t]*\}}[ \t]*\Z")
_ID = re.compile(r"(?<=[{: \t])(?:#|id=[\"']?)([^\s{}#=\"']+)")


def take_out(state: StateCore) -> None:
    """Cut the attributes off the content of each heading; its `meta` has the ids among them."""
    is_heading = False
    for token in state.tokens:
        if is_heading and token.type == "inline" and (found := _LIST.search(token.content)):
            token.content = token.content[: found.start()]
            token.meta["ids"] = _ID.findall(found[0])
        is_heading = token.type == "heading_open"
