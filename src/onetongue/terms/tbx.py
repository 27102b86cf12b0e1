"""TermBase eXchange, the XML of terminologists.

Responsible for: TBX as ISO 30042:2019 has it, in both its styles (data categories as attributes
or as tags), and as it was before (`termEntry/langSet/tig`); which term of a concept is the target.
Not responsible for: other formats (`tsv`), or what two concepts say together (`glossary`).

Nothing outside the file is loaded, and a file that declares entities is refused.
Source: ISO 30042:2019 and its dialects, https://www.tbxinfo.net
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from onetongue.errors import InputError
from onetongue.language.tags import primary
from onetongue.untrusted_xml import RefusedXmlError, UntrustedXml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onetongue.untrusted_xml import Refusal

# Each now, and in the editions of 2008 and before.
_CONCEPTS: Final = ("conceptEntry", "termEntry")
_LANGUAGES: Final = ("langSec", "langSet")
_TERM_SECTIONS: Final = ("termSec", "tig", "ntig")
_STATUSES: Final = ("administrativeStatus", "normativeAuthorization")
_PREFERRED: Final = "preferred"  # "preferredTerm-admn-sts", in TBX-Min just "preferred"
_REFUSED: Final = ("deprecated", "superseded", "notRecommended", "obsolete")
_FAULTS: Final[dict[Refusal, tuple[str, str]]] = {
    "damaged": ("{}", "repair the XML"),
    "encoding": ("{}", "save the file as UTF-8"),
    "entity": ("entity {!r}", "write the characters themselves, without entities"),
}


def read(content: bytes, name: str, source: str, target: str) -> tuple[tuple[str, str, int], ...]:
    """Read (source term, target term, line) from TBX, in document order.

    Every source term of a concept, deprecated ones too, goes with the concept's one target: the
    first preferred term in the target language, else the first that is neither deprecated nor
    superseded. A concept without both is skipped. `name` is what errors call the file.

    Raises:
        InputError: naming the line that is no sound XML, declares an entity or lacks what TBX
            asks for; or no concept has both languages.

    >>> read(
    ...     b"<tbx><conceptEntry>"
    ...     b"<langSec xml:lang='fr'><termSec><term>accord</term></termSec></langSec>"
    ...     b"<langSec xml:lang='en'><termSec><term>agreement</term></termSec></langSec>"
    ...     b"</conceptEntry></tbx>",
    ...     "a.tbx", "fr", "en",
    ... )
    (('accord', 'agreement', 1),)
    """
    reader = _TbxReader(name)
    reader.parse(content)
    found = [
        pair
        for concept in reader.concepts
        for pair in _pairs(concept, primary(source), primary(target))
    ]
    if not found:
        raise InputError(
            f"{name}:1: no concept has a term in {source} and one to use in {target}; "
            "check that the file is TBX and its languages"
        )
    return tuple(found)


@dataclass(slots=True)
class _TbxTerm:
    """A term as the file has it, while it is read and after."""

    language: str
    line: int
    text: str = ""
    status: str = ""


def _pairs(concept: list[_TbxTerm], source: str, target: str) -> Iterator[tuple[str, str, int]]:
    allowed = [
        term for term in concept if term.language == target and not term.status.startswith(_REFUSED)
    ]
    if not allowed:
        return
    best = min(allowed, key=lambda term: not term.status.startswith(_PREFERRED))
    for term in concept:
        if term.language == source:
            yield term.text, best.text, term.line


@dataclass(slots=True)
class _TbxReader:
    """What one pass over a file has found so far."""

    name: str
    concepts: list[list[_TbxTerm]] = field(default_factory=list)
    language: str = ""
    term: _TbxTerm | None = None
    collecting: str = ""  # the element whose text is wanted: a term or a status
    collected: list[str] = field(default_factory=list)
    xml: UntrustedXml = field(init=False)

    def __post_init__(self) -> None:
        self.xml = UntrustedXml(
            start=self.start, end=self.end, text=self.characters, allow_doctype=True
        )

    def parse(self, content: bytes) -> None:
        try:
            self.xml.feed(content)
        except RefusedXmlError as err:
            raise self.error(*(part.format(err.what) for part in _FAULTS[err.reason])) from err

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = _local(tag)
        if kind in _CONCEPTS:
            self.concepts.append([])
        elif kind in _LANGUAGES:
            self.language = primary(attributes.get("xml:lang") or attributes.get("lang", ""))
            if not self.language:
                raise self.error(f"<{tag}> has no language", "give it an xml:lang")
        elif kind in _TERM_SECTIONS:
            self.term = _TbxTerm(self.language, self.xml.line)
        elif kind == "term" and self.term is not None:
            self.term.line = self.xml.line
            self.collecting, self.collected = tag, []
        elif kind in _STATUSES or (kind == "termNote" and attributes.get("type") in _STATUSES):
            self.collecting, self.collected = tag, [attributes.get("value", "")]

    def end(self, tag: str) -> None:
        kind = _local(tag)
        if self.term is None:
            return
        if tag == self.collecting:
            text = " ".join("".join(self.collected).split())
            if kind == "term":
                self.term.text = text
            else:
                self.term.status = text
            self.collecting = ""
        elif kind in _TERM_SECTIONS:
            self.keep(self.term)
            self.term = None

    def keep(self, term: _TbxTerm) -> None:
        if not self.concepts or not term.language:
            raise self.error("a term outside a concept", "put it into a <conceptEntry>")
        if not term.text:
            raise self.error("no <term>, or an empty one", "write the term or remove its section")
        self.concepts[-1].append(term)

    def characters(self, text: str) -> None:
        if self.collecting:
            self.collected.append(text)

    def error(self, what: str, remedy: str) -> InputError:
        return InputError(f"{self.name}:{self.xml.line}: {what}; {remedy}")


def _local(tag: str) -> str:
    """A tag without its namespace prefix, which is every dialect's own."""
    return tag.rpartition(":")[2]
