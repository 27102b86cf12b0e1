"""What is found is translated until another run finds nothing, with glossary, memory and doubts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command import python
from support.engine import Engine, in_words
from support.normalizing import FRENCH, PROSE, TEXT, normalizer

import onetongue as ot
from onetongue.document import Detection, Document, Evidence, NotRead, Segment, Span
from onetongue.engines import Hypothesis
from onetongue.errors import InputError, IntegrityError, ModelError, TranslationError
from onetongue.terms import Memory
from onetongue.terms.entry import Entry

if TYPE_CHECKING:
    from pathlib import Path

    from onetongue.document import FormatName


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
def test_twice_changes_nothing(markers: str) -> None:
    once = normalizer(markers=markers).normalize(TEXT)
    assert len(once.records) == 2
    twice = normalizer(markers=markers).normalize(once.text)
    assert twice.text == once.text
    assert twice.records == ()


def test_still_foreign_is_doubtful_under_a_marker_and_kept_without() -> None:
    marked = normalizer({}, markers="bracket").normalize(TEXT)
    (record,), (refused,) = marked.records, marked.left_alone
    assert dict(record.translation.checks)["untranslated"] == "failed"
    assert "⟦fr→en? 1: " in marked.text
    assert refused.evidence.reason == "translation not English"
    bare = normalizer({}, markers="none").normalize(TEXT)
    assert bare.text == TEXT
    reasons = {"translation still foreign", "translation not English"}
    assert {s.evidence.reason for s in bare.left_alone} == reasons


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
def test_a_name_that_stays_the_same_is_no_change(markers: str) -> None:
    french = "Les 48 députés ont voté contre la réforme."
    text = f"{PROSE}\n\n{french}\n\nÉclair Noir\n\n{french}\n\n{PROSE}\n"
    result = normalizer(FRENCH, markers=markers).normalize(text)
    assert [r.original for r in result.records] == [french, french]
    assert [s.evidence.reason for s in result.left_alone] == ["the same in the translation"]
    assert normalizer(FRENCH, markers=markers).normalize(result.text).text == result.text


def test_on_doubt() -> None:
    text = f"{PROSE} Les 48 députés ont voté contre la réforme. {PROSE}"
    wrong = {
        "Les 48 députés ont voté contre la réforme.": "The 84 members voted against the reform."
    }
    assert normalizer(wrong).normalize(text).doubtful
    kept = normalizer(wrong, on_doubt="keep").normalize(text)
    assert kept.text == text
    assert [s.evidence.reason for s in kept.left_alone] == ["translation doubtful (numbers)"]
    with pytest.raises(TranslationError, match=r"line 1: .*numbers"):
        normalizer(wrong, on_doubt="fail").normalize(text)


def test_an_engine_that_answers_nothing_at_all_is_an_error() -> None:
    with pytest.raises(TranslationError, match=r'^dictionary: answered nothing to "Service min'):
        normalizer(dict.fromkeys(FRENCH, "")).normalize(TEXT)


def test_one_sentence_without_an_answer_is_left_alone() -> None:
    lacking = next(iter(FRENCH))
    result = normalizer({**FRENCH, lacking: ""}).normalize(TEXT)
    assert lacking in result.text
    assert [one.evidence.reason for one in result.left_alone if one.text == lacking] == [
        "no translation"
    ]
    assert len(result.records) == 1


def parrot() -> Engine:
    """An engine that says the same English sentence to everything."""
    return Engine(lambda _: "The minister refused to answer the questions of the press.")


# Translating one block of these changes how the others are read.
UNSTABLE = [
    "Roland-Garros : la déception\nPar Cécile Ducourtieux\n\nLes juges ont tranché mardi.\n\n"
    "Ecole Polytechnique Fédérale de Lausanne\n",
    "Question de confiance\r\nInfographie : Le Monde\r\n\r\nImportance stratégique",
    "Le siège de Google, à Mountain View.\nPar Cécile Ducourtieux\n\nUn silence gêné\n",
    "Voilà pourquoi il hésite.\n“Merci”, he said. 100m dos: 1. L. Manaudou 53.2",
    "plage!\nBon Captain\nLa Scala, Milan",
    "secrétaire nationale des Écologistes In French, “chat” means cat and “chien”",
    "“C l”he“e vit”ad",
    "“Jamais”sai",
]


@pytest.mark.parametrize("engine", [Engine(), parrot()], ids=["echo", "parrot"])
@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
@pytest.mark.parametrize("on_doubt", ["translate", "keep"])
@pytest.mark.parametrize("text", UNSTABLE)
def test_twice_changes_nothing_even_here(
    text: str, on_doubt: Any, markers: Any, engine: Engine
) -> None:
    stubborn = ot.Normalizer(ot.Options(markers=markers, on_doubt=on_doubt), engine=engine)
    once = stubborn.normalize(text)
    twice = stubborn.normalize(once.text)
    assert (twice.text, twice.records) == (once.text, ())
    assert ot.revert(once.text, once.provenance()) == text


PIECES = st.sampled_from(
    [
        *FRENCH,
        PROSE,
        "«",
        "»",
        "“",
        "⟦",
        "⟧",
        "[^fr1]",
        "\n\n",
        "\r\n",
        "\n> Bonjour, je confirme la réunion dans la\n> salle du deuxième étage.\n> ",
        "\n>> ",
        "\ufeff",
        "e\u0301",
        "😀",
        "déjà vu",
        "2023",
    ]
)


@given(
    st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=80),
    st.sampled_from(["bracket", "footnote", "none"]),
)
def test_the_source_always_comes_back(text: str, markers: str) -> None:
    result = normalizer(markers=markers).normalize(text)
    assert ot.revert(result.text, result.provenance()) == text
    end = 0
    for record in result.records:
        assert result.source.text[record.source.start : record.source.end] == record.original
        end = record.source.end
    assert result.text.removesuffix(result.notes).endswith(text[end:])
    assert normalizer(markers=markers).normalize(result.text).text == result.text


def test_a_glossary_term_gets_into_the_translation(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("député\tMP\nHaut-Karabakh\tNagorno-Karabakh\n", encoding="utf-8")
    sentence = "Les 48 députés ont voté contre la réforme."
    entries = {sentence.replace("députés", "MP"): "The 48 MP voted against the reform."}
    engine = normalizer(entries, glossary=str(glossary), markers="none")
    result = engine.normalize(f"{PROSE} {sentence} {PROSE} They fled the Haut-Karabakh in 2023.")
    assert "The 48 MP voted against the reform." in result.text
    assert "They fled the Nagorno-Karabakh in 2023." in result.text
    origins = [record.translation.origin for record in result.records]
    assert origins == ["engine", "glossary"]
    assert result.records[1].translation.confidence == 1.0
    assert ot.revert(result.text, result.provenance()) == result.source.text


@pytest.mark.parametrize(
    ("format_name", "source", "expected"),
    [
        ("text", "Académie française", "⟦fr→en 1: French Academy⟧"),
        ("markdown", "**Académie** française", "⟦fr→en 1: French **Academy**⟧"),
    ],
)
def test_a_term_in_markup_needs_no_engine_either(
    format_name: Any, source: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise ModelError("no engine")

    monkeypatch.setattr("onetongue.rounds.choose", none)
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("Académie française\tFrench Academy\n", encoding="utf-8")
    english = "The committee of the {} met on Thursday and decided to postpone the vote."
    result = ot.Normalizer(ot.Options(glossary=str(glossary))).normalize(
        english.format(source), format=format_name
    )
    assert result.text == english.format(expected)


def test_a_term_is_used_that_stands_free_once_its_neighbour_is_translated(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("Académie française\tFrench Academy\n", encoding="utf-8")
    entries = {
        "voté contre la": "voted against the",
        "réforme.": "reform.",
        "Les 48 députés ont": "The 48 members have",
    }
    source = "the Académie française Les 48 députés ont ![voté contre la](y) réforme. a bon mot\n"
    engine = normalizer(entries, glossary=str(glossary), markers="none")
    once = engine.normalize(source, format="markdown").text
    assert "French Academy" in once
    assert engine.normalize(once, format="markdown").text == once


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Bakou libre", "Bakou libre"),  # the term is a part of it only
        ("Paris", "Paris"),  # called the same in English
        ("Bakou", "Baku"),
    ],
)
def test_a_name_left_alone_is_called_as_the_glossary_has_it(
    name: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("Bakou\tBaku\nParis\tParis\n", encoding="utf-8")
    left = (Segment(Span(3, 3 + len(name)), name, "phrase", "fr", Evidence(0.9, "place name")),)
    monkeypatch.setattr("onetongue.normalizer.detect_segments", lambda *_: Detection((), left))
    monkeypatch.setattr("onetongue.rounds.detect", lambda *_: Detection((), ()))
    one = normalizer({}, glossary=str(glossary), markers="none")
    result = one.normalize(f"to {name} now")
    assert result.text == f"to {written} now"
    kept = [segment.evidence.reason for segment in result.left_alone]
    assert kept == (["place name"] if name == written else [])


def test_a_lost_term_makes_a_translation_doubtful(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("maire\tmayoress\n", encoding="utf-8")
    known = {"Le mayoress a refusé de répondre à nos questions.": "He refused to answer us today."}
    result = normalizer(known, glossary=str(glossary)).normalize(
        f"{PROSE} Le maire a refusé de répondre à nos questions. {PROSE}"
    )
    assert dict(result.records[0].translation.checks)["terminology"] == "failed"
    assert "⟦fr→en? 1:" in result.text


def test_a_missing_glossary_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ot.OnetongueError, match=r"nowhere\.tsv: No such file or directory$"):
        normalizer(glossary=str(tmp_path / "nowhere.tsv"))


def test_a_second_run_with_a_memory_asks_no_engine(tmp_path: Path) -> None:
    memory = str(tmp_path / "memory.sqlite")
    first = normalizer(memory=memory)
    before = first.normalize(TEXT)
    first.close()
    engine = Engine()
    second = ot.Normalizer(ot.Options(memory=memory), engine=engine)
    after = second.normalize(TEXT)
    assert engine.batches == []
    assert after.text == before.text
    assert {r.translation.origin for r in after.records} == {"memory"}
    assert after.provenance()["engine"] is None


def test_a_correction_outranks_the_engine(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    sentence = "Le maire a refusé de répondre à nos questions."
    with Memory(path) as memory:
        memory.add([Entry(sentence, "The mayor would not take our questions.", "fr", "en")])
    result = normalizer(memory=str(path), markers="none").normalize(TEXT)
    assert "The mayor would not take our questions." in result.text
    assert [r.translation.origin for r in result.records] == ["engine", "human"]


# What was not read.
HTML = "<div>\nUn mot de trop\n</div>"
RAW = "a block of HTML is no Markdown"


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
def test_what_was_not_read_is_told_once_however_often_is_gone_round(markers: Any) -> None:
    engine = normalizer(markers=markers)
    for text in (TEXT, *UNSTABLE):
        whole = f"{HTML}\n\n{text}\n\n{HTML}\n"
        result = engine.normalize(whole, format="markdown")
        lines = [1, whole.replace("\r\n", "\n").rindex(HTML)]
        lines[1] = whole.replace("\r\n", "\n").count("\n", 0, lines[1]) + 1
        assert result.not_read == tuple(NotRead(line, "raw HTML", RAW) for line in lines)
        again = engine.normalize(result.text, format="markdown")
        assert len(again.not_read) == 2


@pytest.mark.parametrize("count", [1, 2, 6])
def test_rounds_go_on_until_nothing_is_found(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert one_a_round(count, monkeypatch).text == " ".join(["one"] * count)


def test_what_would_go_on_for_ever_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, told in (("", "text"), ("a.txt", "a.txt")):
        with pytest.raises(IntegrityError, match=f"^{told}: this is a bug, .* another run would"):
            one_a_round(7, monkeypatch, name)


def one_a_round(
    count: int, monkeypatch: pytest.MonkeyPatch, name: str = ""
) -> ot.NormalizedDocument:
    """Normalize that many words, of which each reading finds the first that is left."""

    def first(document: Document, _: ot.Options) -> Detection:
        at = document.text.find("un")
        if at < 0:
            return Detection((), ())
        evidence = Evidence(0.9, "a word")
        return Detection((Segment(Span(at, at + 2), "un", "phrase", "fr", evidence),), ())

    monkeypatch.setattr("onetongue.normalizer.detect_segments", first)
    monkeypatch.setattr("onetongue.rounds.detect", first)
    engine = Engine({"un": "one"})
    text = " ".join(["un"] * count)
    return ot.Normalizer(ot.Options(markers="none"), engine=engine).normalize(text, name=name)


def test_an_engine_is_asked_for_its_own_language_only(monkeypatch: pytest.MonkeyPatch) -> None:
    text, evidence = "un dos trois", Evidence(0.9, "a word")
    words = (("un", "fr"), ("dos", "es"), ("trois", "fr"))
    spans = [Span(text.index(word), text.index(word) + len(word)) for word, _ in words]
    segments = tuple(
        Segment(span, word, "phrase", language, evidence)
        for span, (word, language) in zip(spans, words, strict=True)
    )
    engines = {
        "fr": Engine({"un": "one", "trois": "three"}),
        "es": Engine({"dos": "two"}),
    }
    monkeypatch.setattr("onetongue.normalizer.detect_segments", lambda *_: Detection(segments, ()))
    monkeypatch.setattr("onetongue.rounds.detect", lambda *_: Detection((), ()))
    monkeypatch.setattr("onetongue.rounds.choose", lambda _, language: engines[language])
    result = ot.Normalizer(ot.Options(source=("fr", "es"), markers="none")).normalize(text)
    assert result.text == "one two three"
    assert [engine.batches for engine in engines.values()] == [[("un", "trois")], [("dos",)]]


# Nobody is asked.
def test_no_engine_is_named_where_none_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Température : 12,5 %"
    segment = Segment(Span(14, 20), "12,5 %", "phrase", "fr", Evidence(0.9, "declared"))
    found = Detection((segment,), ())
    monkeypatch.setattr("onetongue.normalizer.detect_segments", lambda *_: found)
    monkeypatch.setattr("onetongue.rounds.detect", lambda *_: Detection((), ()))
    engine = Engine({})
    result = ot.Normalizer(ot.Options(markers="none"), engine=engine).normalize(text)
    assert (result.text, engine.batches) == ("Température : 12.5%", [])
    assert [record.translation.origin for record in result.records] == ["rule"]
    assert (result.engine, result.provenance()["engine"]) == (None, None)


# The translation memory.
def test_a_memory_that_cannot_be_opened_is_no_error_until_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "wrong.txt").write_text("no memory\n" * 100, encoding="utf-8")
    for name, message in (("no/m.db", "unable to open"), ("wrong.txt", "not a database")):
        path = str(tmp_path / name)
        engine = normalizer(memory=path)
        assert len(engine.detect(TEXT)) == 2
        assert len(ot.detect(TEXT, options=ot.Options(memory=path))) == 2
        assert engine.normalize(PROSE).text == PROSE
        for _ in range(2):
            with pytest.raises(InputError, match=message):
                engine.normalize(TEXT)
        with pytest.raises(InputError, match=message):
            engine.translate(["Bonjour."])
        engine.close()


def test_a_memory_is_made_when_something_is_translated(tmp_path: Path) -> None:
    path = tmp_path / "m.db"
    options = ot.Options(memory=str(path))
    ot.detect(TEXT, options=options)
    unused = ot.Normalizer(options, engine=Engine(FRENCH))
    unused.normalize(PROSE)
    unused.close()
    unused.close()
    assert not path.exists()
    with pytest.raises(InputError, match="closed"):
        unused.normalize(TEXT)
    used = ot.Normalizer(options, engine=Engine(FRENCH))
    used.normalize(TEXT)
    assert is_open(path)
    used.close()
    assert path.exists()
    assert not is_open(path)
    with pytest.raises(InputError, match="closed"):
        used.normalize(TEXT)
    assert not is_open(path)


def is_open(path: Path) -> bool:
    """Whether somebody has the memory open: SQLite keeps its log beside it for so long."""
    return path.with_name(f"{path.name}-wal").exists()


def test_threads_share_one_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Memory] = []

    def counted(path: Path) -> Memory:
        opened.append(Memory(path))
        return opened[-1]

    monkeypatch.setattr("onetongue.rounds.Memory", counted)
    shared = normalizer(memory=str(tmp_path / "m.db"))
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(shared.normalize, [TEXT] * 16))
    assert {result.text for result in results} == {normalizer().normalize(TEXT).text}
    assert len(opened) == 1
    shared.close()


class Kept(Engine):
    """Keeps something running until it is closed."""

    closed = 0

    def close(self) -> None:
        self.closed += 1


def test_closing_ends_what_the_chosen_engine_keeps_running(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen, given = Kept(FRENCH), Kept(FRENCH)
    monkeypatch.setattr("onetongue.rounds.choose", lambda *_: chosen)
    for one in (ot.Normalizer(), ot.Normalizer(engine=given), ot.Normalizer(engine=Engine(FRENCH))):
        one.normalize(TEXT)
        one.close()
    assert (chosen.closed, given.closed) == (1, 0), "a given one is closed by who gave it"


def test_what_drops_out_of_the_cache_closes_its_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onetongue.rounds.choose", lambda *_: Engine(FRENCH))
    path = tmp_path / "m.db"
    assert ot.normalize(TEXT, options=ot.Options(memory=str(path))).records
    assert is_open(path)
    for i in range(9):
        ot.detect(PROSE, options=ot.Options(min_confidence=0.9 + i / 1000))
    assert not is_open(path)


def test_a_memory_is_closed_at_exit(tmp_path: Path) -> None:
    path = tmp_path / "m.db"
    code = (
        "import onetongue as ot, sys\n"
        "options = ot.Options(memory=sys.argv[1], engine='embedded')\n"
        "print(len(ot.normalize(sys.argv[2], options=options).records))\n"
    )
    run = python(f"import warnings; warnings.simplefilter('error')\n{code}", str(path), TEXT)
    assert (run.code, run.text, run.err) == (0, "2\n", "")
    assert path.exists()
    assert not is_open(path)


def test_what_fails_is_tried_in_another_way_once() -> None:
    better = {french: Hypothesis(english, 0.8) for french, english in FRENCH.items()}
    engine = Engine(lambda _: "The mayor the mayor the mayor the mayor.", again=better)
    result = ot.Normalizer(engine=engine).normalize(TEXT)
    assert "The mayor refused to answer our questions." in result.text
    assert not any(record.translation.doubtful for record in result.records)
    assert len(engine.retried) == 1


def test_an_unsure_engine_makes_a_translation_doubtful() -> None:
    result = ot.Normalizer(engine=Engine(FRENCH, confidence=0.1)).normalize(TEXT)
    assert dict(result.records[0].translation.checks)["mistranslation"] == "failed"


def test_names_are_spelled_as_the_document_spells_them() -> None:
    french = "Sergueï Lavrov est arrivé mardi soir à Bakou."
    engine = {french: "Sergueï Lavrov arrived in Bakou on Tuesday evening."}
    text = f"Officials in Baku expected Sergei Lavrov. {french} They met in Baku on Wednesday."
    result = normalizer(engine, markers="none").normalize(text)
    assert "Sergei Lavrov arrived in Baku on Tuesday evening." in result.text


BILINGUAL = [
    ("Cordialement / Regards,", ("Cordialement",)),
    ("Chef de projet / Project manager", ("Chef de projet",)),
    ("Date of birth / Date de naissance :", ("Date de naissance :",)),
    ("Heures d'ouverture | Opening hours", ("Heures d'ouverture",)),
    ("Réunion de lundi / Monday meeting", ("Réunion de lundi",)),
    (
        "Le guichet est ouvert de neuf heures à midi. / The desk is open from nine to noon.",
        ("Le guichet est ouvert de neuf heures à midi.",),
    ),
    (
        "Bonsoir à tous / Hello everybody, la fête est reportée à jeudi prochain.",
        ("Bonsoir à tous", "la fête est reportée à jeudi prochain."),
    ),
]
AROUND = {
    "text": "{prose}\n\n{line}\n\n{prose}\n",
    "markdown": "{prose}\n\n- **{line}**\n\n{prose}\n",
    "html": "<p>{prose}</p><ul><li><b>{line}</b></li></ul><p>{prose}</p>",
}


@pytest.mark.parametrize("format_name", AROUND)
@pytest.mark.parametrize(("line", "asked"), BILINGUAL)
def test_the_engine_never_gets_the_english_half(
    format_name: FormatName, line: str, asked: tuple[str, ...]
) -> None:
    engine = Engine(in_words)
    text = AROUND[format_name].format(prose=PROSE, line=line)
    result = ot.Normalizer(ot.Options(markers="none"), engine=engine).normalize(
        text, format=format_name
    )
    assert engine.batches[:1] == [asked]
    english = line
    for half in asked:
        english = english.replace(half, " ")
    assert all(half in result.text for half in english.strip(" ,:|/").split("  "))


NOTICE = """The pool is closed on Tuesday.

Children must be with an adult.

Showers are free for members."""
AVIS = """La piscine est fermée mardi.

Les enfants doivent être avec un adulte.

Les douches sont gratuites pour les membres."""
ONCE = "Le stationnement est interdit derrière le bâtiment pendant les travaux."
TWICE = f"{NOTICE}\n\n{ONCE}\n\n{AVIS}\n"


def test_a_bilingual_document_is_translated_and_told_of() -> None:
    engine = Engine(in_words)
    result = ot.Normalizer(engine=engine).normalize(TWICE)
    (parallel,) = result.parallel
    assert [span.of(TWICE) for span in parallel.spans] == AVIS.split("\n\n")
    assert [r.original for r in result.records] == [ONCE, *AVIS.split("\n\n")]
    assert ot.Normalizer(engine=engine).normalize(f"{PROSE}\n\n{ONCE}\n").parallel == ()


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
def test_versions_are_left_alone(markers: Any) -> None:
    engine = Engine(in_words)
    keeping = ot.Normalizer(ot.Options(parallel="keep", markers=markers), engine=engine)
    result = keeping.normalize(TWICE)
    assert engine.batches == [(ONCE,)]
    assert AVIS in result.text
    assert {s.evidence.reason for s in result.left_alone} == {"version of the English"}
    assert ot.revert(result.text, result.provenance()) == TWICE
    again = keeping.normalize(result.text)
    assert again.text == result.text
    assert len(again.left_alone) == 3


@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
def test_versions_are_taken_out(markers: Any) -> None:
    engine = Engine(in_words)
    options = ot.Options(parallel="drop", markers=markers, on_doubt="fail")
    dropping = ot.Normalizer(options, engine=engine)
    result = dropping.normalize(f"{NOTICE}\n\n{AVIS}\n\n{PROSE}\n")
    assert result.text == f"{NOTICE}\n\n{PROSE}\n"
    assert engine.batches == []
    assert [r.original.strip() for r in result.records] == AVIS.split("\n\n")
    assert {(r.translation.text, r.translation.origin) for r in result.records} == {("", "rule")}
    assert ot.revert(result.text, result.provenance()) == result.source.text
    assert not dropping.normalize(result.text).changed


def test_what_is_there_once_is_translated_all_the_same() -> None:
    dropping = ot.Normalizer(ot.Options(parallel="drop", markers="none"), engine=Engine(in_words))
    assert dropping.normalize(TWICE).text == f"{NOTICE}\n\nWord.\n"


def test_a_document_that_looks_bilingual_no_more_is_translated() -> None:
    # What stands for the one block that is there once is longer than all the rest.
    long = Engine({ONCE: f"{PROSE} " * 9}, in_words)
    keeping = ot.Normalizer(ot.Options(parallel="keep", markers="none"), engine=long)
    result = keeping.normalize(TWICE)
    assert len(result.records) == 4
    assert not keeping.normalize(result.text).changed


def test_a_part_of_a_value_without_quotation_marks_is_not_taken_out() -> None:
    text = f"---\ntitle: Notice to all / Avis à tous les membres\n---\n\n{NOTICE}\n\n{AVIS}\n"
    dropping = ot.Normalizer(ot.Options(parallel="drop"), engine=Engine(in_words))
    result = dropping.normalize(text, format="markdown")
    assert result.text.startswith("---\ntitle: Notice to all / Avis à tous les membres\n---\n")
    assert "piscine" not in result.text
