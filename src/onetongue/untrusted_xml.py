"""XML from anyone, read as a stream of tags and text.

Responsible for: the one parser (expat) of XML that others made, and what it refuses: entities, which
can grow without end or name other files, and where asked document types and elements without end.
Not responsible for: what the elements mean, or what a message says (every reader's own).

Nothing outside of the content is ever loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

Refusal: TypeAlias = Literal["damaged", "encoding", "doctype", "entity", "depth"]


class RefusedXmlError(Exception):
    """XML that is not read, and why; `what` is the parser's word, an entity's name, the depth."""

    def __init__(self, reason: Refusal, what: str, line: int) -> None:
        super().__init__(f"line {line}: {reason}: {what}")
        self.reason = reason
        self.what = what
        self.line = line


class UntrustedXml:
    r"""A parser that is fed XML and tells of its tags and the text between them.

    Args:
        start: Told the name and the attributes of each start tag.
        end: Told the name of each end tag.
        text: Told what is between two tags, at once if it was fed at once; white space too.
        namespaces: Whether names begin with that of their namespace and a space.
        allow_doctype: Whether there may be a document type; no entity is declared or used even then.
        deepest: How many elements may be open at once; None is no limit.

    >>> def say(name: str, attributes: dict[str, str]) -> None:
    ...     print(xml.line, name, attributes)
    >>> xml = UntrustedXml(start=say)
    >>> xml.feed(b"<a>\n<b c='d'/>", is_last=False)
    1 a {}
    2 b {'c': 'd'}
    >>> xml.feed(b"</a>")
    """

    def __init__(
        self,
        *,
        start: Callable[[str, dict[str, str]], None] | None = None,
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
        namespaces: bool = False,
        allow_doctype: bool = False,
        deepest: int | None = None,
    ) -> None:
        self._start, self._end = start, end
        self._deepest, self._depth = deepest, 0
        parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
        parser.buffer_text = True
        parser.StartElementHandler = start if deepest is None else self._enter
        parser.EndElementHandler = end if deepest is None else self._leave
        parser.CharacterDataHandler = text
        parser.EntityDeclHandler = parser.SkippedEntityHandler = self._refuse_entity
        if not allow_doctype:
            parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser = parser

    @property
    def line(self) -> int:
        """The line, from 1, of the tag just told of, or of what was refused."""
        return self._parser.CurrentLineNumber

    def feed(self, content: bytes | str, *, is_last: bool = True) -> None:
        """Parse what comes next; after the last of it the document must be whole.

        What the document declares as its encoding counts for bytes, and not for a string.

        Raises:
            RefusedXmlError: not well-formed, in an unknown encoding, or what is not allowed.
        """
        try:
            self._parser.Parse(content, is_last)
        except expat.ExpatError as err:
            raise self._refused("damaged", expat.ErrorString(err.code) or "an error") from err
        except (LookupError, ValueError) as err:  # Python has no such encoding, or no table of it
            raise self._refused("encoding", str(err)) from err

    def _refused(self, reason: Refusal, what: str) -> RefusedXmlError:
        return RefusedXmlError(reason, what, self.line)

    def _refuse_doctype(self, name: str, *_: object) -> NoReturn:
        raise self._refused("doctype", name)

    def _refuse_entity(self, name: str, *_: object) -> NoReturn:
        raise self._refused("entity", name)

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._deepest is not None and self._depth > self._deepest:
            raise self._refused("depth", str(self._deepest))
        if self._start:
            self._start(tag, attributes)

    def _leave(self, tag: str) -> None:
        self._depth -= 1
        if self._end:
            self._end(tag)
