"""TMX as others write it and as we do; nothing is lost on the way out and in again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import count
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.errors import InputError
from onetongue.terms.entry import MAX_USES, Entry
from onetongue.terms.memory import Memory
from onetongue.terms.tmx import read, write

EPOCH = "1795451400"
WHEN = "2026-11-23T16:30:00Z"
MACHINE = Entry(
    source="Vue du Vieux-Port",
    target="View of the Old Port",
    source_language="fr",
    target_language="en",
    engine="argos-fr_en-1.9",
    origin="engine",
    confidence=0.812,
    document="report.md",
    created=WHEN,
    uses=3,
)
PERSON = Entry("Le <chat> & moi", "The cat\tand I\r\n", "fr", "en", created=WHEN)
WRITTEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="onetongue" creationtoolversion="VERSION" segtype="sentence" o-tmf="onetongue"
          adminlang="en" srclang="fr" datatype="plaintext" creationdate="20261123T163000Z"/>
  <body>
    <tu tuid="TUID" datatype="plaintext" creationdate="20261123T163000Z" usagecount="3">
      <note>machine translation, not reviewed</note>
      <prop type="x-origin">MT</prop>
      <prop type="x-mt-confidence">0.812</prop>
      <prop type="x-document">report.md</prop>
      <tuv xml:lang="fr"><seg>Vue du Vieux-Port</seg></tuv>
      <tuv xml:lang="en" creationid="MT!argos-fr_en-1.9"><seg>View of the Old Port</seg></tuv>
    </tu>
    <tu tuid="TUID" datatype="plaintext" creationdate="20261123T163000Z" usagecount="0">
      <prop type="x-origin">HUMAN</prop>
      <tuv xml:lang="fr"><seg>Le &lt;chat&gt; &amp; moi</seg></tuv>
      <tuv xml:lang="en"><seg>The cat\tand I&#13;
</seg></tuv>
    </tu>
  </body>
</tmx>
"""


@pytest.fixture(autouse=True)
def _no_moment_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def written(*entries: Entry) -> bytes:
    file = BytesIO()
    write(entries, file)
    return file.getvalue()


def parse(body: str, *, srclang: str = "fr", both_ways: bool = False) -> list[Entry]:
    data = f'<tmx version="1.4"><header srclang="{srclang}"/><body>{body}</body></tmx>'
    return list(read(data.encode(), "a.tmx", both_ways=both_ways))


def unit(source: str = "chat", target: str = "cat", *, tu: str = "", tuv: str = "") -> str:
    return (
        f'<tu {tu}><tuv xml:lang="fr"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="en" {tuv}><seg>{target}</seg></tuv></tu>'
    )


def test_the_layout() -> None:
    text = written(MACHINE, PERSON).decode()
    text = re.sub('creationtoolversion="[^"]+"', 'creationtoolversion="VERSION"', text)
    assert re.sub('tuid="[0-9a-f]{16}"', 'tuid="TUID"', text) == WRITTEN
    assert len(set(re.findall('tuid="(.+?)"', written(MACHINE, PERSON).decode()))) == 2
    assert written(MACHINE, PERSON) == written(MACHINE, PERSON)


def test_reading_what_was_written() -> None:
    german = replace(PERSON, source_language="de", uses=MAX_USES)
    entries = [MACHINE, PERSON, german, replace(MACHINE, created="")]
    assert list(read(written(*entries), "a.tmx")) == entries
    assert list(read(written(), "a.tmx")) == []


@pytest.mark.parametrize("length", [2**16 - 1, 2**16, 2**16 + 1, 2**17])
def test_files_of_whole_chunks(length: int) -> None:
    data = written(PERSON).removesuffix(b"\n")
    assert list(read(data + b" " * (length - len(data)), "a.tmx")) == [PERSON]


def test_entries_come_one_by_one() -> None:
    """Of a file that is too large to hold, or that breaks off, the first entry comes all the same."""
    body = "".join(unit(f"chat {number}") for number in range(10_000))
    broken = f'<tmx><header srclang="fr"/><body>{body}<oops'.encode()
    entries = read(broken, "a.tmx")
    assert next(entries).source == "chat 0"
    with pytest.raises(InputError, match=r"a\.tmx:1: not XML"):
        list(entries)

    class Full(BytesIO):
        def write(self, content: object) -> int:
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write((replace(PERSON, source=str(number)) for number in count()), Full())


texts = st.text(st.characters(exclude_categories=[]), min_size=1).filter(str.strip)
storable = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)
languages = st.sampled_from(["fr", "en", "de"])
moments = st.datetimes(min_value=datetime(1000, 1, 1)).map(
    lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ")
)


@st.composite
def entries_of(draw: st.DrawFn, text: st.SearchStrategy[str]) -> Entry:
    source, target = draw(st.lists(languages, min_size=2, max_size=2, unique=True))
    keys = st.text(st.characters(codec="utf-8").filter(str.isprintable))
    engine = draw(keys)
    return Entry(
        source=draw(text),
        target=draw(text),
        source_language=source,
        target_language=target,
        engine=engine,
        origin="engine" if engine else "human",
        confidence=draw(st.floats(0, 1)) if engine else 1.0,
        document=draw(st.sampled_from(["", "a.md", " <&\r\n> "])),
        created=draw(moments),
        uses=draw(st.integers(0, MAX_USES)),
    )


@given(st.lists(entries_of(texts)))
def test_round_trip(entries: list[Entry]) -> None:
    data = written(*entries)
    ET.fromstring(data)  # noqa: S314 - any other parser takes it too
    assert list(read(data, "a.tmx")) == entries


@given(st.lists(entries_of(storable)))
def test_round_trip_of_a_memory(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    with Memory(folder / "one") as one, Memory(folder / "other") as other:
        one.add(entries)
        other.add(read(written(*one.entries()), "a.tmx"))
        assert list(other.entries()) == list(one.entries())
        assert other.stats() == one.stats()
        other.add(read(written(*one.entries()), "a.tmx"))
        assert list(other.entries()) == list(one.entries()), "importing twice changes nothing"


def test_a_document_of_any_name() -> None:
    [entry] = read(written(replace(MACHINE, document="\udce9\x01é.txt")), "a.tmx")
    assert entry.document == "\\udce9\\x01é.txt"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<tu/>",
        '<tu><tuv xml:lang="fr"><seg>chat</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr"/><tuv xml:lang="en"><seg>cat</seg></tuv></tu>',
        '<tu><tuv><seg>chat</seg></tuv><tuv xml:lang="en"><seg>cat</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr-FR"><seg>a</seg></tuv><tuv xml:lang="fr-CA"><seg>b</seg></tuv></tu>',
        '<tu><tuv xml:lang="de"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>',
        unit("", "cat"),
        unit("chat", "\n  "),
        unit("chat", "<ph>code</ph>"),
        unit(tu='srclang="de"'),
    ],
)
def test_units_without_the_pair_are_passed_over(body: str) -> None:
    assert parse(body) == []


@pytest.mark.parametrize(
    ("seg", "text"),
    [
        ('<bpt i="1">&lt;b></bpt>chat<ept i="1">&lt;/b></ept>', "chat"),
        ('le <hi type="x">ch<hi>a</hi>t</hi>', "le chat"),
        ("a<ph>{0}</ph>b<it pos='begin'>x</it>c<ut>y</ut>", "abc"),
        ("a<bpt i='1'>x<sub>note <hi>h</hi><ph>y</ph></sub></bpt>b", "ab"),
        ("a<ph type='x-U+0001'/>b<ph type='x-U+D83D'/>", "a\x01b\ud83d"),
        ("a<it pos='end'><ph type='x-U+0001'/></it>b<ph type='x-U+1'/>", "ab"),
        ("<![CDATA[a<b]]> &amp; &#233;<!-- c -->d", "a<b & éd"),
        (" a\n b ", " a\n b "),
    ],
)
def test_inline_tags(seg: str, text: str) -> None:
    [entry] = parse(unit(seg, f"{seg}!"))
    assert (entry.source, entry.target) == (text, f"{text}!")


@pytest.mark.parametrize("tag", ["fr", "FR", "fr-FR", "fr_CA", "fr-Latn-FR"])
@pytest.mark.parametrize("attribute", ["xml:lang", "lang"])
def test_language_tags(tag: str, attribute: str) -> None:
    body = unit().replace('xml:lang="fr"', f'{attribute}="{tag}"')
    [entry] = parse(body, srclang="fr-BE")
    assert (entry.source_language, entry.target_language) == ("fr", "en")


THREE = (
    '<tu><tuv xml:lang="en-GB"><seg>cat</seg></tuv><tuv xml:lang="en-US"><seg>kitty</seg></tuv>'
    '<tuv xml:lang="fr"><seg>chat</seg></tuv><tuv xml:lang="de"><seg>Katze</seg></tuv></tu>'
)


@pytest.mark.parametrize(
    ("srclang", "both_ways", "pairs"),
    [
        ("fr", False, ["chat>cat", "chat>Katze"]),
        ("fr", True, ["cat>chat", "chat>cat", "chat>Katze", "Katze>chat"]),
        (
            "*all*",
            False,
            ["cat>chat", "cat>Katze", "chat>cat", "chat>Katze", "Katze>cat", "Katze>chat"],
        ),
        ("it", True, []),
    ],
)
def test_any_number_of_variants(srclang: str, both_ways: bool, pairs: list[str]) -> None:
    found = parse(THREE, srclang=srclang, both_ways=both_ways)
    assert [f"{entry.source}>{entry.target}" for entry in found] == pairs


@pytest.mark.parametrize(
    ("body", "engine"),
    [
        (unit(), ""),
        (unit(tu='creationid="alice" creationtool="OmegaT"'), ""),
        (unit(tu='creationid="MT!a"', tuv='changeid="alice"'), ""),
        (unit(tuv='creationid="MT!a"'), "a"),
        (unit(tu='creationid="MT!a" changeid="MT!a"'), "a"),
        (unit(tu='creationid="MT!a"', tuv='creationid="MT!b&#10;c"'), "b c"),
        (unit(tuv='creationid="MT!"'), "unknown"),
        (unit().replace("<tu >", '<tu creationid="MT!a"><prop type="x-origin">HUMAN</prop>'), ""),
        (unit().replace("<tu >", '<tu><prop type="x-origin">TM</prop>'), ""),
        (unit().replace("<tu >", '<tu><prop type="x-Origin">nmt</prop>'), "unknown"),
        (
            unit(tuv='creationtool="deep" creationtoolversion="2"').replace(
                "<seg>cat", '<prop type="x-origin">MT</prop><seg>cat'
            ),
            "deep 2",
        ),
    ],
)
def test_what_is_not_marked_as_a_machines_is_a_persons(body: str, engine: str) -> None:
    [entry] = parse(body, both_ways=bool(engine))
    assert (entry.engine, entry.origin) == (engine, "engine" if engine else "human")
    assert entry.confidence == (0 if engine else 1)


def test_nobody_translates_from_what_a_machine_wrote() -> None:
    [entry] = parse(unit(tuv='creationid="MT!a"'), srclang="*all*")
    assert (entry.source, entry.engine) == ("chat", "a")


@pytest.mark.parametrize("date", ["20261123T163000Z", WHEN, "2026-11-23T18:30:00+02:00"])
def test_dates(date: str) -> None:
    assert parse(unit(tu=f'creationdate="{date}"'))[0].created == WHEN


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"]
)
def test_encodings(encoding: str) -> None:
    name = encoding if encoding == "iso-8859-1" else encoding[:6].rstrip("-")
    declared = f'<?xml version="1.0" encoding="{name}"?>'
    text = declared + written(replace(PERSON, source="élève")).decode().split("?>", 1)[1]
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    [entry] = read((mark + text).encode(encoding), "a.tmx")
    assert entry.source == "élève"


def test_a_document_type_is_named_but_never_read() -> None:
    data = written(MACHINE).replace(
        b"?>\n", b'?>\n<!DOCTYPE tmx SYSTEM "file:///no/tmx14.dtd">\n', 1
    )
    assert list(read(data, "a.tmx")) == [MACHINE]


LAUGHS = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.tmx:1: not XML: no element found"),
        ("chat\tcat", "a.tmx:1: not XML"),
        ("<html/>", "a.tmx:1: no TMX, which starts with <tmx>, not <html>"),
        ("<tmx>\n<body>", "a.tmx:2: not XML"),
        ("<tmx>\n&#1;</tmx>", "a.tmx:2: not XML"),
        ('<?xml version="1.0" encoding="gbk"?><tmx/>', "save the file as UTF-8"),
        ('<?xml version="1.0" encoding="nonsense"?><tmx/>', "save the file as UTF-8"),
        (f"<!DOCTYPE tmx [{LAUGHS}]>\n<tmx>&b;</tmx>", "a.tmx:1: entities are not read"),
        ('<!DOCTYPE tmx [\n<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx/>', "a.tmx:2: entities"),
        ('<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://a.b/c"> %a;]><tmx/>', "a.tmx:1: entities"),
        (
            '<!DOCTYPE tmx SYSTEM "a">\n<tmx>&b;</tmx>',
            "a.tmx:2: entities are not read, such as &b;",
        ),
        ("<tmx>&eacute;</tmx>", "a.tmx:1: not XML: undefined entity"),
        ("<hi>" * 100_000, "a.tmx:1: no TMX"),
        ("<tmx><tu><tuv><seg>" + "<hi>" * 100_000, "a.tmx:1: not XML: no element found"),
    ],
)
def test_hostile_or_damaged_files(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        list(read(text.encode(), "a.tmx"))
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (unit(tu='usagecount="many"'), "usagecount cannot be 'many'"),
        (unit(tu='usagecount="-1"'), "a count of uses"),
        (unit(tu=f'usagecount="{"9" * 5000}"'), "usagecount cannot be"),
        (unit(tu='creationdate="yesterday"'), "creationdate cannot be 'yesterday'"),
        (unit(tu='creationdate="0001-01-01T00:00:00+23:00"'), "creationdate cannot be"),
        (
            unit(tuv='creationid="MT!a"').replace(
                "<tu >", '<tu><prop type="x-mt-confidence">81</prop>'
            ),
            "confidence must lie in [0, 1]",
        ),
    ],
)
def test_values_that_are_none(body: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        parse(f"\n{body}\n")
    assert str(raised.value).startswith("a.tmx:2: ")
    assert message in str(raised.value)
