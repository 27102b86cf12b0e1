r"""Entries of a translation memory as TMX 1.4b, the format that translators' tools exchange.

Responsible for: reading and writing TMX as a stream, and what in it says that a machine translated.
Not responsible for: keeping entries (`memory`).

Characters that XML cannot hold, such as U+0001, become `<ph type="x-U+0001"/>`, which other tools
take for a code and `read` for the character. In a document's name they become `\x01`, for good.

Source: TMX 1.4b, https://www.gala-global.org/tmx-14b
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import chain, permutations
from typing import TYPE_CHECKING, BinaryIO, Final, TypeVar
from xml.sax.saxutils import quoteattr

from onetongue.characters import NOT_XML, escape_not_xml, escape_xml
from onetongue.clock import MOMENT, timestamp
from onetongue.errors import InputError
from onetongue.language.tags import primary
from onetongue.terms.entry import Entry
from onetongue.untrusted_xml import RefusedXmlError, UntrustedXml
from onetongue.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from onetongue.untrusted_xml import Refusal

_T = TypeVar("_T")
_CHUNK = 2**16  # bytes parsed before their entries are handed on
_ALL = "*all*"  # any language of a unit may be the source
_MT = "MT!"
_MT_ORIGINS = frozenset({"mt", "nmt", "amt"})  # ours and Trados'; "MT" is written
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})  # their content is markup, not text
_ESCAPED = re.compile(r"x-U\+([0-9A-F]{4})")
_LANGUAGE = re.compile("[a-z]{2,8}(?:[-_].*)?", re.IGNORECASE)
_FAULTS: Final[dict[Refusal, str]] = {
    "damaged": "not XML: {}; repair that line",
    "encoding": "{}; save the file as UTF-8",
    "entity": "entities are not read, such as &{}; write what it stands for",
}

_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="onetongue" creationtoolversion={version} segtype="sentence" o-tmf="onetongue"
          adminlang="en" srclang="{srclang}" datatype="plaintext" creationdate="{date}"/>
  <body>
"""
_FOOTER = """\
  </body>
</tmx>
"""


def read(data: bytes, name: str, *, both_ways: bool = False) -> Iterator[Entry]:
    """Read the entries of a TMX file, in its order; `name` is only for messages.

    A unit gives one entry for every language it has besides the source's (`srclang`; all of them
    if that is `*all*` or missing), from the first variant of each language; units and variants
    without text or with one language only are passed over. `fr-FR` is read as `fr`. A translation
    is a machine's if `x-origin` says MT or, where it says nothing, `creationid` starts with "MT!"
    and no person's `changeid` follows; all others are people's. `both_ways` gives people's
    translations from the target's language too.

    Raises:
        InputError: `NAME:LINE: what`, after the entries before it: not TMX, not well-formed, an
            entity declared or unknown, a confidence, count or date that is none.

    >>> fr, en = "<tuv lang='fr'><seg>chat</seg></tuv>", "<tuv lang='en'><seg>cat</seg></tuv>"
    >>> for entry in read(f"<tmx><header srclang='fr'/><tu>{fr}{en}</tu></tmx>".encode(), "a.tmx"):
    ...     print(entry.source, entry.target, entry.origin)
    chat cat human
    """
    return _TmxReader(name, both_ways=both_ways).read(data)


def write(entries: Iterable[Entry], out: BinaryIO) -> None:
    """Write `entries` to `out` in their order, each as soon as it comes.

    The same entries give the same bytes, but for the file's own date, which is
    SOURCE_DATE_EPOCH where that is set, else now.

    Raises:
        InputError: SOURCE_DATE_EPOCH is no number of seconds.

    >>> from io import BytesIO
    >>> file = BytesIO()
    >>> write([Entry("chat", "cat", "fr", "en")], file)
    >>> [entry.target for entry in read(file.getvalue(), "a.tmx")]
    ['cat']
    """
    rest = iter(entries)
    first = next(rest, None)
    srclang = first.source_language if first else _ALL
    version = quoteattr(__version__)
    head = _HEADER.format(version=version, srclang=srclang, date=_compact(timestamp()))
    out.write(head.encode())
    for entry in chain([first] if first else [], rest):
        out.write(_unit(entry, srclang).encode())
    out.write(_FOOTER.encode())


@dataclass(slots=True)
class _Variant:
    """One language's text in a unit; `props` are its `<prop>` by their types in small letters."""

    attributes: Mapping[str, str]
    props: dict[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def is_machine(self) -> bool:
        return _is_machine(self.attributes, self.props.get("x-origin", ""))

    @property
    def language(self) -> str:
        return _language(self.attributes.get("xml:lang") or self.attributes.get("lang", ""))


@dataclass(slots=True)
class _TmxUnit:
    """A `<tu>` and what it holds."""

    line: int
    attributes: Mapping[str, str]
    props: dict[str, str] = field(default_factory=dict)
    variants: list[_Variant] = field(default_factory=list)

    def entries(self, srclang: str, *, both_ways: bool) -> Iterator[Entry]:
        """One entry for each pair of languages that is wanted."""
        start = _language(self.attributes.get("srclang", srclang))
        first: dict[str, _Variant] = {}
        for variant in self.variants:
            if variant.language and variant.text.strip():
                first.setdefault(variant.language, variant)
        for source, target in permutations(first, 2):
            forward = source == start or not start
            if not forward and not (both_ways and target == start):
                continue
            entry = self._entry(first[source], first[target])
            is_allowed = forward or entry.origin == "human"
            # Nobody translates from what a machine wrote.
            if source == start or (is_allowed and not first[source].is_machine):
                yield entry

    def _entry(self, source: _Variant, target: _Variant) -> Entry:
        attributes = {**self.attributes, **target.attributes}
        props = {**self.props, **target.props}
        is_machine = _is_machine(attributes, props.get("x-origin", ""))
        return Entry(
            source=source.text,
            target=target.text,
            source_language=source.language,
            target_language=target.language,
            engine=_engine(attributes) if is_machine else "",
            origin="engine" if is_machine else "human",
            confidence=_value(_confidence, "x-mt-confidence", props) if is_machine else 1.0,
            document=props.get("x-document", ""),
            created=_value(_moment, "creationdate", attributes),
            uses=_value(_count, "usagecount", attributes),
        )


class _TmxReader:
    """What happens at each tag; it holds one unit and the entries of one chunk, no more."""

    def __init__(self, name: str, *, both_ways: bool) -> None:
        self._name = name
        self._both_ways = both_ways
        self._is_tmx = False
        self._srclang = ""
        self._unit: _TmxUnit | None = None
        self._text: list[str] | None = None  # of the seg or prop that is open
        self._type = ""  # of the prop that is open
        self._codes = 0  # how many are open, one in the other
        self._done: list[Entry] = []
        self._xml = UntrustedXml(
            start=self._start, end=self._end, text=self._characters, allow_doctype=True
        )

    def read(self, data: bytes) -> Iterator[Entry]:
        for start in range(0, len(data) + 1, _CHUNK):
            chunk = data[start : start + _CHUNK]
            try:
                self._xml.feed(chunk, is_last=start + _CHUNK > len(data))
            except RefusedXmlError as err:
                raise self._error(_FAULTS[err.reason].format(err.what)) from err
            yield from self._done
            self._done.clear()

    def _error(self, what: str) -> InputError:
        return InputError(f"{self._name}:{self._xml.line}: {what}")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if not self._is_tmx and tag != "tmx":
            raise self._error(f"no TMX, which starts with <tmx>, not <{tag}>")
        self._is_tmx = True
        if self._text is not None and (self._codes or tag in _CODES):
            escaped = _ESCAPED.fullmatch(attributes.get("type", ""))
            if tag == "ph" and escaped and not self._codes:
                self._text.append(chr(int(escaped[1], 16)))
            self._codes += 1
        elif tag == "header":
            self._srclang = attributes.get("srclang", "")
        elif tag == "tu":
            self._unit = _TmxUnit(self._xml.line, attributes)
        elif tag == "tuv" and self._unit:
            self._unit.variants.append(_Variant(attributes))
        elif tag in ("seg", "prop") and self._unit:
            self._text = []
            self._type = attributes.get("type", "").casefold()

    def _characters(self, text: str) -> None:
        if self._text is not None and not self._codes:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if self._codes:
            self._codes -= 1
        elif self._unit is None:
            return
        elif tag in ("seg", "prop"):
            text, self._text = "".join(self._text or ()), None
            inner = self._unit.variants[-1] if self._unit.variants else None
            if tag == "prop":
                (inner or self._unit).props[self._type] = text
            elif inner:
                inner.text = text
        elif tag == "tu":
            unit, self._unit = self._unit, None
            try:
                self._done += unit.entries(self._srclang, both_ways=self._both_ways)
            except InputError as err:
                raise InputError(f"{self._name}:{unit.line}: {err}") from err


def _language(tag: str) -> str:
    """The primary language of a tag, "" if it has none (`*all*`, `x-klingon`)."""
    return primary(tag) if _LANGUAGE.fullmatch(tag) else ""


def _is_machine(attributes: Mapping[str, str], origin: str) -> bool:
    if origin:
        return origin.casefold() in _MT_ORIGINS
    changed = attributes.get("changeid", _MT)
    return attributes.get("creationid", "").startswith(_MT) and changed.startswith(_MT)


def _engine(attributes: Mapping[str, str]) -> str:
    """What identifies the machine, as far as the file says."""
    found = attributes.get("creationid", "")
    if found.startswith(_MT):
        found = found.removeprefix(_MT)
    else:
        tool = (attributes.get("creationtool", ""), attributes.get("creationtoolversion", ""))
        found = " ".join(part for part in tool if part)
    return "".join(char if char.isprintable() else " " for char in found) or "unknown"


def _value(kind: Callable[[str], _T], name: str, values: Mapping[str, str]) -> _T:
    """The value of that name; that of "" if there is none."""
    text = values.get(name, "")
    try:
        return kind(text)
    except (ValueError, OverflowError) as err:
        raise InputError(f"{name} cannot be {text!r}") from err


def _confidence(text: str) -> float:
    return float(text or 0)  # a machine that does not say how sure it is vouches for nothing


def _count(text: str) -> int:
    return int(text or 0)


def _moment(text: str) -> str:
    """A date as entries have it, from `20261123T163000Z` or another form of ISO 8601."""
    if not text:
        return ""
    moment = datetime.fromisoformat(text)
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return utc.strftime(MOMENT)


def _compact(moment: str) -> str:
    return moment.replace("-", "").replace(":", "")


def _unit(entry: Entry, srclang: str) -> str:
    """The entry as a `<tu>`."""
    languages = (entry.source_language, entry.target_language)
    identity = "\0".join((*languages, entry.source, entry.engine))
    tuid = blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    date = f' creationdate="{_compact(entry.created)}"' if entry.created else ""
    other = f' srclang="{languages[0]}"' if languages[0] != srclang else ""
    maker = f" creationid={quoteattr(_MT + entry.engine)}" if entry.engine else ""
    lines = [f'<tu tuid="{tuid}" datatype="plaintext"{date} usagecount="{entry.uses}"{other}>']
    if entry.origin == "engine":
        lines.append("  <note>machine translation, not reviewed</note>")
        lines.append(_prop("x-origin", "MT"))
        lines.append(_prop("x-mt-confidence", str(entry.confidence)))
    else:
        lines.append(_prop("x-origin", "HUMAN"))
    if entry.document:
        lines.append(_prop("x-document", escape_not_xml(entry.document)))
    lines.append(f'  <tuv xml:lang="{languages[0]}"><seg>{_content(entry.source)}</seg></tuv>')
    target = _content(entry.target)
    lines.append(f'  <tuv xml:lang="{languages[1]}"{maker}><seg>{target}</seg></tuv>')
    lines.append("</tu>")
    return "".join(f"    {line}\n" for line in lines)


def _prop(kind: str, text: str) -> str:
    return f'  <prop type="{kind}">{escape_xml(text)}</prop>'


def _content(text: str) -> str:
    """The text as it stands in a `<seg>`."""
    return NOT_XML.sub(lambda found: f'<ph type="x-U+{ord(found[0]):04X}"/>', escape_xml(text))
