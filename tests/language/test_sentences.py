"""French sentences, and that nothing gets lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.sentences import guillemets, split

FRENCH = st.text(alphabet=st.sampled_from(list("aÉM1.!?…«»“”'\" \n\r\t\u00a0\u202f-—•(),:")))


def bars(text: str) -> str:
    return "|".join(piece.sentence for piece in split(text) if piece.sentence)


ONE = [
    "M. Lavrov est à Moscou.",
    "MM. Dupont et Durand, Mme. Martin et le Dr. Petit sont là.",
    "Voir p. 12, art. 5 et fig. 3 du livre.",
    "Il aime les fruits, p. ex. Les pommes.",
    "Le n° 5 coûte 3,50 euros.",
    "L’auteur J. K. Rowling est là.",
    "J.-C. Dupont est là.",
    "Il hésite... puis il part.",
    "Il hésite… puis il part.",
    "« Quoi ? » demanda-t-il.",
    "Le film « Qui ? Quoi ! » est sorti.",
    "Il a dit oui ! mais trop tard.",
    "Le prix est de 1.960 euros.",
    "Le chat\nest là.",
    "La S.N.C.F. Paris annonce un retard.",
    "Livre de la coll. Pléiade, éd. Gallimard, t. II, art. L. 121-3.",
    "Le 5 sept. 2022, env. 300 personnes, max. 400.",
    "Le musicien J. L. Borges est là.",
    "Certains, par ex. Paul, sont là.",
    "L’affaire Roe v. Wade est close.",
    "La société Dupont et Cie. Paris est close.",
    "Il a dit » hier",
    "Il a dit « oui »",
    "« Oui » et « non »",
    "Bonjour",
    "Votre choix : {{ $ok ? 'Oui' : 'Non' }} ici",
    "<b>Le</b> chat <i>dort</i>",
    "<b>Le</b> chat</b> dort<i>",
    "M.Dupont, de la S.N.C.F et des U.S.A, est là.",
    "Voir exemple.Fr, www.exemple.Les/fr et la rue.",
    "Le fichier rapport.Final.docx est dans notes.Le/brouillon ici.",
    "Écrivez à jean.Paul@exemple.fr et à jean.Paul demain.",
    "Le champ client.Nom et commande.Le",
    "Voir art.Le suivant",
    "Au 3,Rue du Port, à Caen,Le Havre et d’Estaing,Paris",
    "Il lit Camus,La peste et lyon,Le Havre",
]

MANY = [
    ("Il vient. Elle part.", "Il vient.|Elle part."),
    (
        "Le lun. 4 mars. Le mer. 6 mars. La mer. 6 bateaux",
        "Le lun. 4 mars.|Le mer. 6 mars.|La mer.|6 bateaux",
    ),
    ("🎉 Vraiment ? Oui 👍🏽 ! ❤️ 👨‍👩‍👧‍👦", "Vraiment ?|Oui 👍🏽 !"),
    ("Vraiment ? Oui ! Bien…  Alors ?", "Vraiment ?|Oui !|Bien…|Alors ?"),
    ("En 2020. 300 personnes.", "En 2020.|300 personnes."),
    ("La vitamine C. Il en faut.", "La vitamine C.|Il en faut."),
    (
        "Il a dit : « Je pars. Tu restes. » Puis rien.",
        "Il a dit : « Je pars.|Tu restes.|Puis rien.",
    ),
    ("« Je pars. Tu restes. »", "Je pars.|Tu restes."),
    ("« Je pars. »", "Je pars."),
    ("« Je pars », dit-il. « Bien. »", "« Je pars », dit-il.|Bien."),
    ("Titre\n\nTexte", "Titre|Texte"),
    ("Titre\r\n \r\nTexte", "Titre|Texte"),
    ("Il faut :\n- du pain\n- du vin", "Il faut :|du pain\n- du vin"),
    ("• un\n• deux", "un|deux"),
    ("1. Les faits\n2. La loi", "Les faits|La loi"),
    ("— Bonjour.\n— Bonsoir.", "Bonjour.|Bonsoir."),
    ("Il est là (enfin). Bien.", "Il est là (enfin).|Bien."),
    ("Il part à 9 h. Elle reste.", "Il part à 9 h.|Elle reste."),
    ("Il mesure 1,72 m. Elle, 2 m.", "Il mesure 1,72 m.|Elle, 2 m."),
    ("Il aime cet art. Elle non.", "Il aime cet art.|Elle non."),
    ("Ils étaient sept. Puis six.", "Ils étaient sept.|Puis six."),
    ("En 44 av. J.-C. Il meurt.", "En 44 av. J.-C.|Il meurt."),
    ("Il aime Boulez et Cie. Il part.", "Il aime Boulez et Cie.|Il part."),
    ("Il vit aux U.S.A. D’autres non.", "Il vit aux U.S.A.|D’autres non."),
    ("« Pour eux ». « “Oui”, dit-il. »", "« Pour eux ».|“Oui”, dit-il."),
    ("a) Le sel.\nb) Le poivre.", "Le sel.|Le poivre."),
    ("II. Les causes\n\nElles sont là.", "II. Les causes|Elles sont là."),
    ("⋮ un\n⋮ deux\n‣ trois\n● quatre", "un|deux|trois|quatre"),
    ("Il vient. «", "Il vient.|«"),
    ("<p>Il vient.</p>", "Il vient."),
    ("<Trans>Il <b>vient</b></Trans> ", "Il <b>vient</b>"),
    ("@if ($a) Il vient. {% endif %}", "Il vient."),
    ("{% if a %}{% if b %}« Il vient. »@endif", "Il vient."),
    ("Il vient.<br/>Elle part.<br>", "Il vient.|Elle part."),
    ("<b>Le</b> chat</p>", "<b>Le</b> chat"),
    ("La nuit tombe encore,Je suis seul.", "La nuit tombe encore,|Je suis seul."),
    ("Nous voilà,J’ai fini.", "Nous voilà,|J’ai fini."),
    ("Hier à Lyon,Je suis sorti.", "Hier à Lyon,|Je suis sorti."),
    ("Je veux te revoir.Je marche.", "Je veux te revoir.|Je marche."),
    ("Il dort.L’eau dort.C'est bien.", "Il dort.|L’eau dort.|C'est bien."),
    ("Il est à Lyon.Les autres non.", "Il est à Lyon.|Les autres non."),
    ("Il vient.Paul est resté.", "Il vient.|Paul est resté."),
    ("Vraiment?Rien ne presse…Mais va!Oui", "Vraiment?|Rien ne presse…|Mais va!|Oui"),
    ("Il hésite...Puis il part!Encore.", "Il hésite...|Puis il part!|Encore."),
    ("", ""),
    (" \n ", ""),
    ("...", "..."),
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_one(text: str) -> None:
    assert bars(text) == text


@pytest.mark.parametrize(("letters", "sentences"), [(0, 1), (51, 1), (52, 2)])
def test_a_long_quotation_is_no_title(letters: int, sentences: int) -> None:
    """From « to » are 60 code points at the most."""
    text = f"Le film « Qui ? {'Q' * letters} » est sorti."
    assert len(bars(text).split("|")) == sentences


@pytest.mark.parametrize(("text", "expected"), MANY)
def test_sentences(text: str, expected: str) -> None:
    assert bars(text) == expected


def test_many_short_quotations_take_linear_time() -> None:
    assert len(split("il dit « oui » " * 20_000)) == 1  # took 17 s when every « searched the text


@given(st.one_of(FRENCH, st.text()))
def test_pieces_join_to_the_text(text: str) -> None:
    pieces = split(text)
    assert "".join(sentence + separator for sentence, separator in pieces) == text
    for sentence, _ in pieces:
        assert sentence == sentence.strip()


@given(FRENCH)
def test_every_guillemet_is_paired_once(text: str) -> None:
    places = [place for pair in guillemets(text) for place in pair if place >= 0]
    assert sorted(places) == [n for n, character in enumerate(text) if character in "«»"]
