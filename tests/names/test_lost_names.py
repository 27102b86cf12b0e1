"""Names put back into translations, and first the translations that must stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

from onetongue.engines import Hypothesis
from onetongue.names.lost_names import missing, put_back
from onetongue.terms import Glossary, Memory
from onetongue.terms.entry import Entry
from onetongue.terms.glossary import Term
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from pathlib import Path

CHECK = "inconsistent-entities"

GOOD = [
    # copied, with or without accents and hyphens, with what surrounds it
    ("Selon Sergueï Lavrov, rien.", "According to Sergueï Lavrov, nothing."),
    ("Le bilan de Mélenchon", "Melenchon's record"),
    ("C'est Berners-Lee qui parle.", "It is Berners Lee who speaks."),
    ("Les Skyblues jouent.", "The Sky Blues play."),
    ("les Kennedy et Bob Dylan", "the Kennedys and Bob Dylan"),
    ("anti-Kadyrov", "anti-Kadyrov"),
    # transliterated
    ("Selon Sergueï Choïgou et Nikita Khrouchtchev", "Says Sergei Shoigu, with Nikita Khrushchev"),
    ("Dmitri Peskov et Nikol Pachinian", "Dmitry Peskov and Nikol Pashinyan"),
    ("avec Benyamin Netanyahou", "with Benjamin Netanyahu"),
    # places of the tables, and names both languages have forms of
    ("à Bakou, à Pékin et à Francfort", "in Baku, Beijing and Frankfurt"),
    ("en Catalogne, au Mexique et en Grèce", "in Catalan, Mexican and Greek lands"),
    ("en Nouvelle-Zélande et au Haut-Karabakh", "in New Zealand and Nagorno-Karabakh"),
    ("Vignes en Kakhétie et en Gagaouzie", "Vines in Kakheti and in Gagauzia"),
    ("Le roi Philippe et Guillaume d'Orange", "King Philip and William of Orange"),
    ("selon Aristote et Platon", "according to Aristotle and Plato"),
    ("Alexandre Loukachenko est là.", "Alexander Lukashenko is here."),
    # institutions, months, days, nationalities, religions
    ("le Conseil de sécurité des Nations unies", "the United Nations Security Council"),
    ("la Cour suprême et l'Église", "the Supreme Court and the Church"),
    ("lundi 3 mars, un Saoudien et des Tchétchènes", "On Monday 3 March a Saudi and Chechens"),
    ("Les Tchécoslovaques en Roumélie", "The Czechoslovaks in Rumelia"),
    ("Les Noirs américains et les Catalans", "Black Americans and Catalans"),
    ("pour Noël et Pâques", "for Christmas and Easter"),
    ("Le Révérend Martin", "Reverend Martin"),
    ("la Maison-Blanche et l'Élysée", "the White House and the Elysee"),
    # acronyms, and names for which an acronym or an adjective stands
    ("L'OTAN et l'ONU, dit l'AFP", "NATO and the UN, AFP says"),
    ("un procureur de New York", "an NYC prosecutor"),
    ("un habitant de Boston", "a Bostonian"),
    ("Pierre Martin et Marie Blanc", "Pierre Martin and Marie Blanc"),
    ("Elle lit Le Monde.", "She reads Le Monde."),
    # a family name is enough; titles are none
    ("Hier, Marie Blanc a parlé.", "Yesterday, Mrs Blanc spoke."),
    ("Mme Theresa May et M. Macron", "Mrs May and Mr Macron"),
    ("Le président Donald Trump", "President Trump"),
    # what French only begins a sentence with, and what only English writes with a capital
    ("Énumérez les détails.", "List the details."),
    ("Chapeau !", "Hats off!"),
    ("Je parle anglais le mardi.", "I speak English on Tuesdays."),
    # literals are no names
    ("Voir www.Kavanaugh.example et {Kavanaugh}", "See www.Kavanaugh.example and {Kavanaugh}"),
    ("", ""),
]

PUT_BACK = [
    ("Dmitri Peskov a parlé.", "Dmitri Pskov has spoken.", "Dmitri Peskov has spoken."),
    ("Le choix de Kavanaugh", "Kavangh's choice", "Kavanaugh's choice"),
    ("Le choix de Kavanaugh", "Kavangh’s choice", "Kavanaugh’s choice"),
    ("Kavanaugh, le juge", "Kavanaught, the judge", "Kavanaugh, the judge"),
    ("Sims, 20 ans", "Ifms, aged 20", "Sims, aged 20"),
    ("à Ilfracombe, en mai", "in Hefracombe, in May", "in Ilfracombe, in May"),
    # several words, one by one and as a whole
    ("John Howard Johnson dit", "John Howardson says", "John Howard Johnson says"),
    ("Emily Ratajkowski rit.", "Emilytajski laughs.", "Emily Ratajkowski laughs."),
    ("Sutopo Purwo Nugroho a dit", "Sutopowo Nugho said", "Sutopo Purwo Nugroho said"),
    ("vers Ilfracombe", "to Hefra Combe", "to Ilfracombe"),
    # a name that only French texts tell of
    ("avec Bruno Retailleau", "with Bruno Retalleau", "with Bruno Retailleau"),
    # places of the tables, which are spelled in English later
    ("vers Athènes", "to Aths", "to Athènes"),
    ("à Singapour", "in Singapor", "in Singapour"),
    # half of a compound
    ("Tim Berners-Lee part.", "Tim Berners-Le is leaving.", "Tim Berners-Lee is leaving."),
    ("pro-Kadyrov", "pro-Kadrov", "pro-Kadyrov"),
    # the second of two
    (
        "Kavanaugh part, et Kavanaugh revient.",
        "Kavanaugh leaves, and Kavangh comes back.",
        "Kavanaugh leaves, and Kavanaugh comes back.",
    ),
    # each its own
    ("Lavrov et Kadyrov", "Lavrv and Kadrov", "Lavrov and Kadyrov"),
    # not within a literal
    ("Voir Kavangh_x, Kavanaugh", "See Kavangh_x, Kavangh", "See Kavangh_x, Kavanaugh"),
]

DOUBTFUL = [
    ("Dmitri Peskov a parlé.", "Dmitri has spoken.", ("Peskov",)),
    ("Selon Dmitri Peskov", "The spokesman has spoken.", ("Dmitri", "Peskov")),
    ("Dmitri Peskov a parlé.", "Dmitri Pesto has spoken.", ("Peskov",)),  # a word of English
    # another word of the source explains the one that is so like it
    ("avec Garantov, la garantie", "with someone, the Guarantor", ("Garantov",)),
    ("le gouvernement de Thatcher", "the government of the Hopet", ("Thatcher",)),
    ("Mme Davis habite à Lydney.", "Mrs D opinion lives in Lydney.", ("Davis",)),
    ("Un accord avec Ri et Pompeo", "An agreement with Ri", ("Pompeo",)),
    # names that are words, by what stands before them
    ("Hier, Marie Blanc a parlé.", "Yesterday Marie White spoke.", ("Blanc",)),
    ("Mme Le Grand et M. Boulanger", "Mrs The Big and Mr Baker", ("Grand", "Boulanger")),
    ("La société Carrefour a vendu.", "The company Crossing has sold.", ("Carrefour",)),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_good_translations_stay(source: str, target: str) -> None:
    assert put_back(source, target) == target
    assert missing(source, target) == ()


@pytest.mark.parametrize(("source", "target", "expected"), PUT_BACK)
def test_put_back(source: str, target: str, expected: str) -> None:
    assert put_back(source, target) == expected
    assert missing(source, expected) == ()


@pytest.mark.parametrize(("source", "target", "names"), DOUBTFUL)
def test_doubtful(source: str, target: str, names: tuple[str, ...]) -> None:
    assert put_back(source, target) == target
    assert missing(source, target) == names


_WORDS = st.lists(
    st.sampled_from(
        "Kavanaugh Kavangh Kavanaught Dmitri Dimtri Peskov Pskov Pesto Berners-Lee Berners-Le John Johnson"
        " Howardson Howard 's Emily Emilytajski Ratajkowski Le le , . « » de Trump NY New York".split()
    ),
    max_size=9,
).map(" ".join)


@given(_WORDS, _WORDS)
def test_idempotent(source: str, target: str) -> None:
    once = put_back(source, target)
    assert put_back(source, once) == once


@given(st.text(), st.text())
def test_any_text(source: str, target: str) -> None:
    once = put_back(source, target)
    assert put_back(source, once) == once
    assert set(missing(source, once)) <= set(missing(source, target))


@given(st.text(alphabet="abcdéèïou ,.'’-\n1"), st.text())
def test_a_source_without_names_changes_nothing(source: str, target: str) -> None:
    assert put_back(source, target) == target
    assert missing(source, target) == ()


@given(_WORDS)
def test_a_copy_is_complete(text: str) -> None:
    assert put_back(text, text) == text
    assert missing(text, text) == ()


def test_a_segment_has_its_names_put_back_and_says_so() -> None:
    engine = Engine({"Dmitri Peskov a parlé hier.": "Dmitri Pskov spoke yesterday."})
    (result,) = translate_segments(["Dmitri Peskov a parlé hier."], Oracle(engine))
    assert result.text == "Dmitri Peskov spoke yesterday."
    assert dict(result.checks)[CHECK] == "ok"


def test_a_segment_without_its_names_is_doubtful() -> None:
    engine = Engine({"Dmitri Peskov a parlé hier.": "He spoke yesterday."})
    (result,) = translate_segments(["Dmitri Peskov a parlé hier."], Oracle(engine))
    assert dict(result.checks)[CHECK] == "failed"


def test_names_are_put_back_before_two_ways_are_compared() -> None:
    engine = Engine(
        {"Dmitri Peskov a parlé hier.": "He spoke yesterday."},
        again=lambda _: Hypothesis("Dmitri Pskov spoke yesterday.", 0.4),
    )
    (result,) = translate_segments(["Dmitri Peskov a parlé hier."], Oracle(engine))
    assert (result.text, result.doubtful) == ("Dmitri Peskov spoke yesterday.", False)


def test_the_memory_keeps_what_the_engine_said(tmp_path: Path) -> None:
    engine = Engine({"Dmitri Peskov a parlé.": "Dmitri Pskov spoke."})
    with Memory(tmp_path / "memory.db") as memory:
        for _ in range(2):
            (result,) = translate_segments(["Dmitri Peskov a parlé."], Oracle(engine, None, memory))
            assert result.text == "Dmitri Peskov spoke."
        entries = memory.find(
            ["Dmitri Peskov a parlé."], source="fr", target="en", engine=engine.key
        )
    assert [entry.target for entry in entries.values()] == ["Dmitri Pskov spoke."]


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    with Memory(tmp_path / "memory.db") as memory:
        memory.add([Entry("Dmitri Peskov a parlé.", "Pskov spoke.", "fr", "en")])
        oracle = Oracle(Engine({"Il dort bien.": "He sleeps well."}), None, memory)
        (result,) = translate_segments(["Dmitri Peskov a parlé. Il dort bien."], oracle)
    assert result.text == "Pskov spoke. He sleeps well."
    assert dict(result.checks)[CHECK] == "ok"


def test_a_term_of_the_glossary_is_no_lost_name() -> None:
    glossary = Glossary((Term("Gazprom Neft", "Gazneftprom", "a.tsv", 1),))
    engine = Engine({"C'est Gazneftprom ici.": "This is Gazneftprom here."})
    (result,) = translate_segments(["C'est Gazprom Neft ici."], Oracle(engine, glossary))
    assert (result.text, result.doubtful) == ("This is Gazneftprom here.", False)


def test_a_list_of_more_names_than_a_sentence_has_is_left_alone() -> None:
    names = "".join(f"Kavan{chr(97 + n % 26)}{chr(97 + n // 26)}gh, " for n in range(500))
    assert put_back(names, names[::-1]) == names[::-1]
    assert missing(names, "nothing") == ()


def test_names_of_other_languages_are_not_looked_for() -> None:
    engine = Engine({"Dmitri Peskov habló ayer.": "He spoke yesterday."}, source="es")
    (result,) = translate_segments(["Dmitri Peskov habló ayer."], Oracle(engine))
    assert CHECK not in dict(result.checks)


def test_what_a_person_entered_stays_where_its_text_is_asked_for_again(tmp_path: Path) -> None:
    text = "Dmitri Peskov a parlé. Il dort bien."
    engine = Engine({"Dmitri Peskov a parlé.": "He spoke."}, again=lambda _: "Dmitri Peskov spoke.")
    with Memory(tmp_path / "memory.db") as memory:
        memory.add([Entry("Il dort bien.", "Sleep tight, he does.", "fr", "en")])
        for _ in range(2):
            (result,) = translate_segments([text], Oracle(engine, memory=memory))
            assert result.text == "Dmitri Peskov spoke. Sleep tight, he does."
            assert not result.doubtful
            assert set(engine.retried) == {("Dmitri Peskov a parlé.",)}


def test_a_term_that_is_put_back_is_not_missing() -> None:
    glossary = Glossary((Term("Piotrov", "Petrovich", "a.tsv", 1),))
    engine = Engine({"Selon Petrovich, oui.": "Petrovch says yes."})
    (result,) = translate_segments(["Selon Piotrov, oui."], Oracle(engine, glossary))
    assert (result.text, result.doubtful) == ("Petrovich says yes.", False)


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("L'UE accuse Erdogan.", "The EU accuses him.", ("Erdogan",)),
        ("L'OTAN et Navalny", "NATO and the opposition", ("Navalny",)),
        ("un habitant de Boston", "a man from BOS", ()),
    ],
)
def test_an_acronym_stands_for_a_name_where_the_source_has_none(
    source: str, target: str, lost: tuple[str, ...]
) -> None:
    assert missing(source, target) == lost


def test_long_lists_of_names_take_no_long_time() -> None:
    names = [f"Zorb{chr(97 + n % 26)}{chr(97 + n // 26)}x" for n in range(120)]
    source, target = " ".join(names), " ".join(name[::-1].capitalize() for name in names)
    assert put_back(source, target) == target
