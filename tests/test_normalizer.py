"""Reading, detecting and normalizing by every way in."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from support.command import python
from support.engine import Engine
from support.normalizing import FRENCH, PROSE, TEXT, normalizer

import onetongue as ot
from onetongue.document import NotRead
from onetongue.errors import InputError, IntegrityError

if TYPE_CHECKING:
    from pathlib import Path


# What was not read.
HTML = "<div>\nUn mot de trop\n</div>"
RAW = "a block of HTML is no Markdown"


def test_the_whole_way() -> None:
    result = normalizer().normalize(TEXT, name="a.txt")
    assert "⟦fr→en 1: Bare minimum of diplomacy⟧" in result.text
    assert "⟦fr→en 2: The mayor refused to answer our questions.⟧ The" in result.text
    assert [r.segment.kind for r in result.records] == ["heading", "sentence"]
    assert ot.revert(result.text, result.provenance()) == TEXT
    assert result.diff().startswith("--- a/a.txt\n+++ b/a.txt\n")


@pytest.mark.parametrize("text", ["", " \n", PROSE, "\ufeff" + PROSE + "\r\n", "\ud800 lone"])
def test_without_french_nothing_is_loaded_or_changed(text: str) -> None:
    engine = Engine()
    result = ot.Normalizer(engine=engine).normalize(text)
    assert (result.text, result.records, engine.batches) == (text, (), [])


def test_many_documents_are_one_batch_in_order() -> None:
    engine = Engine(FRENCH)
    texts = [TEXT, PROSE, TEXT]
    results = ot.Normalizer(engine=engine).normalize_many(texts)
    assert [len(r.records) for r in results] == [2, 0, 2]
    assert [ot.revert(r.text, r.provenance()) for r in results] == texts
    assert len(engine.batches) == 1


def test_an_engine_that_opens_a_socket_is_stopped() -> None:
    def online(sentence: str) -> str:
        socket.socket().close()
        return FRENCH[sentence]

    with pytest.raises(IntegrityError, match="network"):
        ot.Normalizer(engine=Engine(online)).normalize(TEXT)
    socket.socket().close()  # outside, sockets work as before


def test_a_text_encoding_without_the_bracket_gets_footnotes() -> None:
    data = TEXT.encode("cp1252")
    result = normalizer().normalize_bytes(data, name="a.txt")
    assert result.source.encoding == "cp1252"
    assert b"Bare minimum of diplomacy[^fr1]" in result.encode()


def test_files(tmp_path: object) -> None:
    with pytest.raises(InputError, match=r"absent\.txt: No such file or directory$"):
        ot.normalize_file(f"{tmp_path}/absent.txt")


@pytest.mark.parametrize("options", [{"source": ""}, {"target": "de"}])
def test_options_that_cannot_work(options: dict[str, str]) -> None:
    with pytest.raises(InputError):
        normalizer(None, **options)


def test_importing_loads_no_engine() -> None:
    heavy = (
        "argostranslate",
        "ctranslate2",
        "sentencepiece",
        "numpy",
        "langdetect",
        "charset_normalizer",
    )
    code = f"import onetongue, sys; print([m for m in {heavy} if m in sys.modules])"
    assert python(code).text == "[]\n"


def test_looking_loads_nothing_that_translates() -> None:
    code = (
        "import onetongue as ot, sys; ot.Normalizer(ot.Options()).detect('One.');"
        "print('onetongue.rounds' in sys.modules)"
    )
    assert python(code).text == "False\n"


def test_an_engine_is_chosen_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[Engine] = []

    def choose(*_: object) -> Engine:
        chosen.append(Engine(FRENCH))
        return chosen[-1]

    monkeypatch.setattr("onetongue.rounds.choose", choose)
    one = ot.Normalizer()
    assert [len(one.normalize(text).records) for text in (TEXT, PROSE, TEXT)] == [2, 0, 2]
    assert len(chosen) == 1


def test_a_glossary_that_cannot_be_read_is_told_of_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="absent"):
        ot.Normalizer(ot.Options(glossary=f"{tmp_path}/absent.csv"))


@pytest.mark.parametrize("before", [[], [PROSE], [TEXT], [TEXT, TEXT]])
def test_closed_it_translates_no_more(before: list[str], tmp_path: Path) -> None:
    one = normalizer(memory=str(tmp_path / "m.db"))
    for text in before:
        assert (one.normalize(text).records == ()) is (text == PROSE)
    one.close()
    with pytest.raises(InputError, match="closed"):
        one.normalize(TEXT)


def test_every_way_in_tells_what_was_not_read(tmp_path: Path) -> None:
    expected = (NotRead(1, "raw HTML", RAW),)
    text = f"{HTML}\n\n{PROSE}\n"
    engine = normalizer(format="markdown")
    document, notes = engine.read(text.encode(), "a.md")
    assert notes == ("line 1: raw HTML is not read",)
    assert document.not_read == engine.read_text(text).not_read == expected
    assert engine.inspect(document).not_read == engine.explain(text).not_read == expected
    assert [r.not_read for r in engine.normalize_many([text, PROSE])] == [expected, ()]
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    for result in (
        engine.normalize(text),
        engine.normalize_bytes(text.encode(), name="a.md"),
        engine.normalize_document(document),
        ot.normalize(text, format="markdown"),
        ot.normalize_file(path),
    ):
        assert result.not_read == expected
        assert result.provenance()["not_read"] == [{"where": 1, "what": "raw HTML", "why": RAW}]


def test_a_decoded_text_is_plain_unless_a_format_is_given() -> None:
    assert normalizer().read_text(HTML, name="a.html").format == "text"
    assert normalizer().read_text(HTML, name="a.txt", format="html").format == "html"
    assert normalizer(format="html").read_text(HTML, name="a.txt").format == "html"
    assert normalizer(format="html").read_text(HTML, format="text").format == "text"


def test_a_guessed_encoding_is_a_note_and_nothing_not_read() -> None:
    document, notes = normalizer().read(TEXT.encode("cp1252"), "a.txt")
    assert notes == ("not UTF-8, read as cp1252",)
    assert document.not_read == ()


def test_lines_that_are_no_json_are_told_once() -> None:
    sentence = "Le maire a refusé de répondre à nos questions."
    text = f'{{"a": "{sentence}"}}\n{{\n{{"a": "{sentence}"}}\n[\n'
    result = normalizer(on_error="skip").normalize(text, format="jsonl")
    assert len(result.records) == 2
    what = "2 lines, of which this is the first"
    assert result.not_read == (NotRead(2, what, "they are no JSON"),)


TEMPLATE = f"""\
{PROSE}

<x-mail::panel>
@if ($paper->ok)
Votre article {{{{ $paper->title }}}} est dans README.md sous MIT, voir --help.
@endif
</x-mail::panel>

{PROSE}
"""


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_literals_come_through_as_they_are(form: ot.document.FormatName) -> None:
    source = "Votre article {{ $paper->title }} est dans README.md sous MIT, voir --help."
    target = "Your article {{ $paper->title }} is in README.md under MIT, see --help."
    engine = Engine({source: target})
    result = ot.Normalizer(ot.Options(markers="none"), engine=engine).normalize(
        TEMPLATE, format=form
    )
    assert result.text == TEMPLATE.replace(source, target)
    assert engine.batches == [(source,)]
    assert not any(record.translation.doubtful for record in result.records)


def test_a_literal_that_is_lost_is_a_doubt() -> None:
    sentence = "Votre article est dans LISEZMOI.txt, sous licence MIT."
    engine = Engine({sentence: "Your article is in README.txt, under licence MIT."})
    result = ot.Normalizer(engine=engine).normalize(f"{PROSE}\n\n{sentence}\n\n{PROSE}\n")
    assert "⟦fr→en? 1: " in result.text
    assert dict(result.records[0].translation.checks)["markup"] == "failed"


def test_code_in_a_string_is_code() -> None:
    fenced = "```python\\n# calcule la moyenne des notes\\nreturn somme / nombre\\n```"
    text = f'{{"a": "{fenced}\\nLe maire a refusé de répondre à nos questions."}}\n'
    result = normalizer(markers="none").normalize(text, format="jsonl")
    assert result.text == text.replace(*next(iter([*FRENCH.items()][1:2])))
