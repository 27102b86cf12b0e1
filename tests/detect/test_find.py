from __future__ import annotations

import itertools
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from math import exp, nextafter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marked import mark, unmark
from support.normalizing import PROSE

import onetongue as ot
from onetongue.detect import find
from onetongue.document import Document, Region, Span
from onetongue.formats import read_text

FIXTURES = Path(__file__).parents[2] / "fixtures"

# What must not change comes first.
NOTHING = [
    "The café served crème brûlée, and it was déjà vu all over again.",
    "Le Monde and Le Figaro both led with Jean-Luc Mélenchon.",
    "She flew Air France to Côte d'Ivoire and read Le Petit Prince on the plane.",
    "The Assemblée nationale votes on Tuesday; the Conseil d'État has until Friday.",
    "Charles de Gaulle, Valéry Giscard d'Estaing and François Mitterrand all lived there.",
    "His address was 12 rue de Rivoli, Paris, not far from the Place des Vosges.",
    "They danced a pas de deux, then a pirouette, and the audience cried encore.",
    "The film “La Haine” and the novel “Voyage au bout de la nuit” are on the syllabus.",
    "The Société Générale trader appealed to the Cour de cassation.",
    "Médecins Sans Frontières withdrew from Port-au-Prince.",
    "El presidente dijo que no habrá elecciones este año en el país.",
    "La gente non vuole più pagare le tasse per questo governo.",
    "Der Minister hat gestern in Berlin gesagt, dass er nicht zurücktreten werde.",
    "Run `pip install -r requirements.txt` or see https://example.org/le/chat/de/la/maison.",
    "His story first appeared in the magazine Je sais tout in 1905.",
    "The verb “être” and the word “chien” are on the list.",
    "Stade de la Beaujoire",
    "Ministère de l'Intérieur",
    "Ecole Nationale de la Magistrature",
    "Rue du Faubourg Saint-Denis on Saturday.",
    "She did tendus and ronds de jambe à terre before grand battement.",
    "Attention",
    f"{PROSE}\n\nPaul Cézanne, Les Joueurs de cartes.\n\n{PROSE}",
    f"{PROSE}\n\nLe Goff, J. (1981). La Naissance du Purgatoire. Paris: Gallimard, pp. 112–18.",
    f"{PROSE}\n\nAgnus Dei, qui tollis peccata mundi, miserere nobis.\n\n{PROSE}",
    f"{PROSE}\n\nFarai un vers de dreit nien\n\n{PROSE}",
    f"{PROSE}\n\nAudiatur et altera pars\n\n{PROSE}",
    f"{PROSE}\n\nTout moun fèt lib, egal ego pou diyite kou wè dwa.\n\n{PROSE}",
    "He ended with “E mwen te delivre anba bouch lyon an” and sat down.",
    "An agrégé de lettres, he taught at the Collège Stanislas in Paris.",
    "The convent on rue de l'École-de-Médecine sheltered Danton's club.",
    "The standard life remains Jean Tulard's Napoléon ou le mythe du sauveur (Fayard, 1977).",
    "Culture",
    "Macron",
    "General interest",
    "Proust's A la recherche du temps perdu takes up a whole shelf in the prison library.",
    "Three courses at Le Coq d'Argent: soupe a l'oignon, sole meuniere, baba au rhum.",
    "INTERIM REPORT, PREPARATION",
    "1 234,56",
    "",
    " \n\n\t\n",
]

FOUND = [
    f"{PROSE}\n\n⟦Service minimum diplomatique⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦Grève générale⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦Lorsqu'il pleut⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦LE GOUVERNEMENT RECULE⟧\n\n{PROSE}",
    f"{PROSE} ⟦Le maire a refusé de répondre à nos questions.⟧ {PROSE}",
    f"⟦Emmanuel Macron a annoncé la réforme mardi à Marseille.⟧ {PROSE}",
    f"{PROSE} ⟦Le taux était de 30,45 % en 2023.⟧",
    "He said: “⟦Nous ne céderons jamais à la menace.⟧” Then he left.",
    "The mayor called it ⟦« une honte pour la ville »⟧ and left the room.",
    "The text (⟦adopté de justesse par les députés⟧) enters into force in May.",
    "It was, she sighed, ⟦la goutte d'eau de trop⟧, and she resigned that night.",
    f"{PROSE}\n\n⟦Simone Veil (à droite) avec Margaret Thatcher.⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦“We will not surrender”, a déclaré Volodymyr Zelensky devant la Chambre des communes, sous les "
    f"applaudissements.⟧\n\n{PROSE}",
    f"{PROSE} ⟦Animal Liberation et la Royal Society for the Prevention of Cruelty to Animals demandent à "
    f"nouveau des caméras dans les abattoirs.⟧ {PROSE}",
    "“⟦Nous avons tout perdu⟧”, he said, “⟦mais nous reviendrons un jour.⟧”",
    "“⟦C'est une honte pour notre pays⟧,” she said on Monday.",
    f"{PROSE}\n\n- ⟦Le premier ministre démissionne⟧\n- The second item is English\n",
    "The minister resigned on Monday evening after a week of talks with\n"
    "all of the parties. ⟦Il n'a pas voulu donner ses raisons, et il est\n"
    "reparti sans un mot.⟧ His party has not yet named a successor to him.",
    "\ufeff⟦La séance est levée, a déclaré le président de la commission.⟧\r\n\r\n" + PROSE,
    f'{PROSE} ⟦Il a défendu le projet de gazoduc "Nord Stream".⟧ {PROSE}',
    "He arrived at 5.30 p.m. ⟦La sécurité de tous est notre seule priorité.⟧ Then he left.",
    "The pump “⟦a été réparée hier soir⟧” and works.",
    "Nobody could believe what was happening ⟦les électeurs réunis dans une salle⟧ on Tuesday.",
    "⟦Mayorga a également affirmé s’être rendue à la police.⟧ She was not believed.",
    "The bats hunt at night. ⟦Elles repèrent les insectes en vol.⟧ The Trust looks after them.",
    f"{PROSE}\n\n⟦La photo du jour⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦Moissons⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦MENTIONS LEGALES⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦Grevistes⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦La presidente du Conseil a la parole.⟧\n\n{PROSE}",
    f"{PROSE} ⟦Il est tres different.⟧ {PROSE}",
    f"{PROSE}\n\n⟦Dessin de Plantu.⟧\n\n{PROSE}",
    f"{PROSE}\n\n⟦Capture d'écran, TF1⟧\n\n{PROSE}",
    "Sends a GET request. ⟦Renvoie un objet qui contient le code, voir https://example.org/codes.⟧ "
    "Raises `IOError`.",
    "A reader sent us ⟦Il pleure dans mon cœur comme il pleut sur la ville⟧, with a note.",
    "Today the band was playing ⟦Et voilà, c'est la fin de l'émission⟧",
    f"⟦Du côté du Kremlin, on assure que « la priorité est la sécurité ». Rien n'est réglé.⟧\n\n{PROSE}",
]


@pytest.mark.parametrize("text", NOTHING)
def test_leaves_alone(text: str) -> None:
    assert [s.text for s in ot.detect(text)] == []


@pytest.mark.parametrize("marked", FOUND)
def test_finds_exactly(marked: str) -> None:
    text, _ = unmark(marked)
    assert mark(text, [(s.span.start, s.span.end) for s in ot.detect(text)]) == marked


def test_kinds_of_parts() -> None:
    quoted, sentence, phrase = ot.detect(
        "He said: “Nous ne céderons jamais à la menace.” Then he left. "
        "Le maire a refusé de répondre à nos questions. "
        "It was, she sighed, la goutte d'eau de trop, and she resigned."
    )
    assert (quoted.kind, sentence.kind, phrase.kind) == ("quotation", "sentence", "phrase")
    assert "quoted" in quoted.evidence.reason
    assert quoted.language == "fr"


@pytest.mark.parametrize(
    ("text", "expression", "reason"),
    [
        ("Tensions in the Haut-Karabakh rose again this week.", "Haut-Karabakh", "place name"),
        ("It was a moment of déjà vu for the whole town.", "déjà vu", "loanword"),
        ("She reads Le Monde in the train every morning.", "Le Monde", "proper name"),
        ("Voters cheered Jean-Luc Mélenchon in the square.", "Jean-Luc Mélenchon", "proper name"),
        ("The newspaper hired her from Air France last year.", "Air France", "proper name"),
    ],
)
def test_says_why_it_left_something_alone(text: str, expression: str, reason: str) -> None:
    left = {s.text: s.evidence.reason for s in ot.Normalizer().explain(text).left_alone}
    assert left.get(expression) == reason


def test_min_confidence_leaves_the_unsure_alone() -> None:
    text = f"{PROSE}\n\nService minimum diplomatique\n\n{PROSE}"
    strict = ot.Normalizer(ot.Options(min_confidence=1.0)).explain(text)
    assert strict.segments == ()
    assert [s.evidence.reason.split(":")[0] for s in strict.left_alone] == ["low confidence"]


@pytest.mark.parametrize(
    ("confidence", "least", "is_kept"),
    [
        (0.0, 5e-324, False),
        (0.5, nextafter(0.5, 1.0), False),
        (nextafter(1.0, 0.0), 1.0, False),
        (0.0, 0.0, True),
        (0.5, 0.5, True),
        (0.5, nextafter(0.5, 0.0), True),
        (1.0, 1.0, True),
    ],
)
def test_min_confidence_itself_is_enough(
    confidence: float, least: float, is_kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "confidence_of", lambda log_odds: confidence)
    # The module's own: beside doctests another copy of it may be the package's.
    document = read_text("Service minimum diplomatique")
    found = find.detect(document, ot.Options(min_confidence=least))
    (one,) = found.segments if is_kept else found.left_alone
    assert one.text == "Service minimum diplomatique"
    assert one.evidence.reason.startswith("low confidence: ") is not is_kept


def test_min_confidence_0_keeps_no_more_than_the_verdict() -> None:
    for text in NOTHING:
        assert ot.detect(text, options=ot.Options(min_confidence=0.0)) == ()


def test_confidence_is_a_probability_that_grows_with_the_odds() -> None:
    odds = [-1e9, -60.0, -9.0, -1.0, 0.0, 1.0, 9.0, 60.0, 1e9]
    found = [find.confidence_of(one) for one in odds]
    assert found == sorted(found)
    assert 0.0 < found[0] < 1e-20
    assert found[-1] == 1.0
    # The line that benchmarks/detection/reliability.py fitted: 0.70 and -0.12.
    assert find.confidence_of(0.0) == pytest.approx(1 / (1 + exp(0.12)))
    assert find.confidence_of(1.0) == pytest.approx(1 / (1 + exp(-0.70 + 0.12)))


FRENCH = "Le maire a refusé de répondre à nos questions."
HEADING = "Test grandeur nature"  # French only beside French


def blocks(*texts: str, parts: tuple[int, ...] = (), aside: bool = False) -> list[str]:
    """What is found in these blocks, of which those counted in `parts` end a part."""
    text = "\n".join(texts)
    ends = [sum(len(t) + 1 for t in texts[: i + 1]) - 1 for i in range(len(texts))]
    spans = [Span(end - len(t), end) for t, end in zip(texts, ends, strict=True)]
    regions = tuple(Region(span, "heading", "r") for span in spans)
    cuts = [0, *(ends[i] for i in parts)]
    document = Document(
        text,
        () if aside else regions,
        parts=tuple(Span(a, b) for a, b in itertools.pairwise(cuts)),
        aside=regions if aside else (),
    )
    found = find.detect(document, ot.Options())
    assert all(s.evidence.reason == find.ASIDE for s in found.aside)
    return [s.text for s in (found.aside if aside else found.segments)]


@pytest.mark.parametrize(
    "texts",
    [
        (HEADING,),
        (PROSE, HEADING, PROSE),
        (FRENCH, PROSE, HEADING, PROSE, FRENCH),
        ("La gente non vuole più pagare le tasse per questo governo.", HEADING),
    ],
)
def test_what_stands_further_away_adds_nothing(texts: tuple[str, ...]) -> None:
    assert HEADING not in blocks(*texts)


@pytest.mark.parametrize("texts", [(FRENCH, HEADING), (HEADING, FRENCH), (FRENCH, HEADING, PROSE)])
def test_a_french_block_beside_a_block_adds_to_it(texts: tuple[str, ...]) -> None:
    assert HEADING in blocks(*texts)


def test_a_block_in_another_part_adds_nothing() -> None:
    assert blocks(FRENCH, HEADING, parts=(0, 1)) == [FRENCH]
    assert blocks(HEADING, FRENCH, parts=(0, 1)) == [FRENCH]
    assert blocks(PROSE, FRENCH, HEADING, parts=(0, 2)) == [FRENCH, HEADING]


def test_what_is_aside_is_found_and_says_so() -> None:
    assert blocks(PROSE, FRENCH, aside=True) == [FRENCH]


def test_the_reason_is_that_of_the_format_if_it_has_one() -> None:
    text = "Écrivez votre message ici."
    for fixed, reason in (("", find.ASIDE), ("what its form sends", "what its form sends")):
        aside = (Region(Span(0, len(text)), "paragraph", "running text", fixed=fixed),)
        (found,) = find.detect(Document(text, (), aside=aside), ot.Options()).aside
        assert found.evidence.reason == reason


def test_another_language_behind_a_pronoun_is_no_trouble() -> None:
    assert ot.detect("The lap Votre rÃ©servation est confirmÃ©e.") == ()


def test_a_protected_stretch_cuts_what_is_found() -> None:
    text = "Le maire a refusé XX de répondre à nos questions."
    document = Document(text, (Region(Span(0, len(text)), "paragraph", "r", (Span(18, 20),)),))
    assert [s.text for s in find.detect(document, ot.Options()).segments] == [
        "Le maire a refusé",
        "de répondre à nos questions.",
    ]


def test_evidence_names_the_words_that_decided_strongest_first() -> None:
    (found,) = ot.detect(FRENCH + " Il est reparti sans un mot.")
    odds = [abs(value) for _, value in found.evidence.words]
    assert odds == sorted(odds, reverse=True)
    assert len(odds) == 8
    assert found.evidence.confidence == round(found.evidence.confidence, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She saw Sarkozy there.", []),
        ("He is at UNESCO now, and Zoé left.", []),
        ("He came to Paris.", []),
        ("She lives in Allemagne now.", ["Allemagne"]),
        ("They read Émile Zola's tale.", ["Émile Zola"]),
        ("It was the Cour de cassation's ruling.", ["Cour de cassation"]),
    ],
)
def test_what_a_reader_would_wonder_about(text: str, expected: list[str]) -> None:
    assert [s.text for s in ot.Normalizer().explain(text).left_alone] == expected


def test_unknown_language_is_an_error() -> None:
    with pytest.raises(ot.OnetongueError, match="xx"):
        ot.Normalizer(ot.Options(source="xx")).detect("Hello")


def test_several_languages_at_once() -> None:
    text = (
        "The committee met on Thursday. El presidente dijo que no habrá elecciones este año. They "
        "read Le Monde.\n\nDer Minister hat gestern gesagt, dass er nicht zurücktreten werde.\n\n"
        "Le maire a refusé de répondre à nos questions.\n"
    )
    found = ot.detect(text, options=ot.Options(source=("es", "fr", "de")))
    assert [(s.language, s.text.split()[0]) for s in found] == [
        ("es", "El"),
        ("de", "Der"),
        ("fr", "Le"),
    ]


def test_same_answer_from_any_thread_and_in_any_order() -> None:
    texts = [unmark(m)[0] for m in FOUND] * 3
    alone = [ot.detect(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ot.detect, texts)) == alone
    assert [ot.detect(text) for text in reversed(texts)] == alone[::-1]


@pytest.mark.xfail(
    reason="both words are English words too, and nothing else is there", strict=True
)
def test_a_heading_of_shared_words() -> None:
    assert ot.detect(f"{PROSE}\n\nAbstention record\n\n{PROSE}") != ()


WORDS = st.sampled_from(
    "le la de « » “ ” ( ) . , ? ! : ; - ' ’ été l'état the of was said Paris déjà 2023 30,45 % \n \n\n \r\n "
    "e\u0301tait \ufeff 😀 Haut-Karabakh qu'il ⟦ ⟧ aujourd'hui nous ne voulons pas".split(" ")
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_spans_are_sorted_disjoint_and_within_regions(text: str) -> None:
    found = ot.Normalizer().explain(text)
    for group in (found.segments, found.left_alone):
        ends = [0, *(s.span.end for s in group)]
        assert all(s.span.start >= end for s, end in zip(group, ends, strict=False))
    for segment in (*found.segments, *found.left_alone):
        assert segment.text == text[segment.span.start : segment.span.end]
        assert segment.text == segment.text.strip()
        follower = text[segment.span.end : segment.span.end + 1]
        assert not (follower and unicodedata.combining(follower))
        assert 0.0 <= segment.evidence.confidence <= 1.0
        assert segment.evidence.reason
