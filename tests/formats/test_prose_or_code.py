"""What is words for people, and what is code, numbers or an address."""

from __future__ import annotations

import pytest

from onetongue.formats.prose_or_code import is_image, is_prose

NONE = [
    "./marees stations/brest.dat    # affiche les marées du jour",
    "cc -O2 -o marees marees.c  # compile le programme",
    *("", "à", "R&D", "12 %", "- 30.45", "a b c", "¼ ½", "https://example.org/le/chat", "www.example.org <le@chat.fr>"),
    *("chat.jpg", "[image 3]", "![chat](a)", "Figure 12.", "x = [a]; y = {b}; z()", "{{ nom }}", "`le chat`"),
    *("$nom_du_chat = $x;", "#include <chat.h>;", "%(nom)s", "for(;;) { chat(); }"),
    "def calcule_moyenne(valeurs: list[float], poids: float) -> float:\n    return sum(valeurs)",
    "function litNom(champ) {\n  const nom = champ.valeur;\n  return nom.trim();\n}",
    "static int lit_le_nom(struct champ *c) {\n    return c->nom;\n}",
    "if [ -z \"$NOM\" ]; then\n  echo \"$NOM\" >&2; exit 1\nfi",
    "SELECT nom_client, code_postal FROM clients WHERE id_client = 5 AND code_postal IS NOT NULL;",
    ".titre { color: red; }\n.texte { margin: 0; padding: 0; }",
    "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>",
    "A = B = C = D",
    *("@if ($nom_du_chat)", "</x-mail::panel>", "{% include le_chat %}{{ le_chat }}"),
    "nom_client; prenom_client; code_postal",
    "aGVsbG8gd29ybGQgYm9uam91ciBsZSBtb25kZSBlbnRpZXI0NQ==",
    "OAG (Good A) = [O ($50) × DLDMR ($15 ÷ $25)] - [EC ($20) × DLDMR ($15 ÷ $25)]",
]  # fmt: skip

SOME = [
    *("Le chat", "un https://example.org", "Bonjour {{ name }}", "le champ `nom` ici", "[Le] chat [a] dit"),
    *("![Un chat au bord du lac](a.png)", "le chat (noir), 5 < 6", "Salut %(nom)s, ça va", "#mot", "Il a dit : « non »"),
    "Nous avons pris le bus et/ou le train  # la route du nord",
    "Le billet coûte de 8 $ à 15 $, soit 3 $ de plus que l'an dernier ; voir le tableau.",
    "Envoyez-le à Luc <luc@example.org> et à Anne <anne@example.org> avant lundi.",
    "Luc <luc@example.org>; Anne <anne@example.org>; tous sont invités à la fête.",
    "Le lien est sur <https://example.org/a>, l'autre sur <https://example.org/b> et ici.",
    "Les colonnes nom_de_famille, date_naissance et code_pays sont vides.",
    "#Lyon #Nice #Lille : le marché ouvre dimanche matin !",
    "Soit $x_1$ la masse et $t_0$ le temps, alors $v = x_1 / t_0$.",
    "| Le bilan de la semaine |",
    "=== Bilan ===",
    "#####################\n#  Notes de séance  #\n#####################",
    "~~~ Bonne fête ~~~",
    "La r&eacute;union est termin&eacute;e, &agrave; demain.",
    "Choisissez Fichier > Ouvrir > Récents > Tout pour voir la liste.",
    "Quiconque enfreint les paragraphes 7(2), 9(3), 12(1) ou 14(2) paie une amende.",
    "Le(s) mot(s) choisi(s) par le(s) auteur(s) sont gardés.",
    "Les fonctions lire(), ecrire() et fermer() sont appelées dans cet ordre.",
    "Bonjour $prenom $nom, votre commande $numero est prête.",
    "Accueil > Produits > Chaussures > Hommes",
    "Voir <https://example.org/a> ; <https://example.org/b> ; <https://example.org/c>.",
    "L'équation E = mc^2 relie la masse m_0 à l'énergie.",
    "[x] fait ; [ ] à faire ; [~] en cours",
    "Prix (TTC) : 12,50 $; Prix (HT) : 10,00 $; Taxes : 2,50 $.",
    "Le dossier C:\\Users\\paul\\Documents est celui à utiliser.",
    "Les variables $_GET et $_POST sont déjà lues par le programme.",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_nobodys_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize("text", SOME)
def test_words_for_people(text: str) -> None:
    assert is_prose(text)


def test_signs_of_code_are_counted_by_their_share() -> None:
    assert is_prose("Le {}")
    assert not is_prose(f"{'a' * 72} {{}};")
    assert is_prose(f"{'a' * 73} {{}};")


@pytest.mark.parametrize(
    ("text", "expected"), [("chat.jpg", True), ("[photo 2]", True), ("Le chat.", False)]
)
def test_what_stands_for_a_picture(text: str, expected: bool) -> None:
    assert is_image(text) is expected
