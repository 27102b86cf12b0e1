"""What is not written letter by letter, and how it reads."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.odd_letters import find, holds_letters, plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "La réunion a été reportée.",
        "The council met.",
        "œuvre, Ægir, ½, Ⅻ, x²",
        "R&D, R&amp;D, a &lt; b&nbsp;: &copy;",  # no letter among them
        "?a=1&eacute=2&copy=3",
        "Write &eacute; for it.",
        "&foo;t, &notanentity;",
        "AT&T; &#101;t",  # a letter of ASCII is nobody's accident
        r"[\u00e9-\u00ff], C:\users\new, \u0065t, t\ud83d\ude00, \u00e",
        "x\u0304",  # there is no such letter
        "\u0301",
        "👨\u200d👩\u200d👧",
        "می\u200cخواهم",
        "می\u200c, 👩\u200d \u200d👧",
        "שלום\u200e (La)",
        "Il y a à",
        "A B C",
        "N O N",
        "1 2 3 4 5 6",
        "x = y + z",
        "à y a",
        "I, V, X, L, C",
        "D E   L A",  # no word of three letters
        "R É S U M É and the rest of it",
    ],
)
def test_what_stays(text: str) -> None:
    assert find(text) == ()
    assert plain(text) is text


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("re\u0301union", "réunion"),
        ("gar\u0327on E\u0300", "gaŗon È"),
        ("e\u0323\u0302", "ệ"),
        ("ﬁn, ﬂeur, eﬀet, oﬃce, aﬄux", "fin, fleur, effet, office, afflux"),
        ("ĳs, ĲS", "ijs, IJS"),
        ("réu\u00adnion", "réunion"),
        ("réu\u00ad \r\n nion, a\u00ad\n- b", "réunion, a\n- b"),
        ("La\u200b ré\u2060union\ufeff", "La réunion"),
        ("ré\u200cunion", "réunion"),
        ("la \u200cré\u2061union\u200d, ici\u200c", "la réunion, ici"),
        ("\u200eLa \u202aréunion\u202c.\u200f", "La réunion."),
        ("l'&eacute;t&eacute;", "l'été"),
        ("&#201;t&#xe9;", "Été"),
        ("&agrave; Paris", "à Paris"),
        (
            "&Eacute;t&eacute;&nbsp;: R&amp;D &lt;a&gt; &laquo;&shy;x&raquo;",
            "Été\u00a0: R&D <a> «x»",
        ),
        ("&foo; t&eacute;", "&foo; té"),
        (r"L\u2019\u00c9t\u00E9 \u0026 \u00e0", "L’Été & à"),
    ],
)
def test_how_it_reads(text: str, reads: str) -> None:
    assert plain(text) == reads


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("R É S U M É", "RÉSUMÉ"),
        ("R É S U M É   D E   L A   R É U N I O N", "RÉSUMÉ DE LA RÉUNION"),
        ("R É S U M É  D E  L A  R É U N I O N", "RÉSUMÉ DE LA RÉUNION"),
        ("R\u00a0É\u00a0S\u00a0U\u00a0M\u00a0É\u00a0\u00a0D\u00a0U", "RÉSUMÉ DU"),
        ("R\u2009É\u2009S\u2009U\u2009M\u2009É D\u2009U", "RÉSUMÉ DU"),
        ("R  É  S  U  M  É    D  U", "RÉSUMÉ DU"),
        ("R E\u0301 S U M E\u0301", "RÉSUMÉ"),
        ("C O M P T E - R E N D U   2 0 2 4 :", "COMPTE-RENDU 2024:"),
        ("B I L A N   D E   L'É T É", "BILAN DE L'ÉTÉ"),
        ("R A P P O R T\nA N N U E L", "RAPPORT ANNUEL"),
        ("M I N U T E S", "MINUTES"),
        (" r é s u m é ", " résumé "),
    ],
)
def test_letters_with_spaces_between_them(text: str, reads: str) -> None:
    assert plain(text) == reads


def test_a_letter_is_beyond_doubt_where_it_is_in_a_word() -> None:
    assert holds_letters("r&eacute;union")
    assert holds_letters("&Agrave; vendre")
    assert holds_letters("aujourd&rsquo;hui")
    assert holds_letters("qu&#39;il")
    assert holds_letters("repor&shy;ter")
    assert not holds_letters("&shy;")
    assert not holds_letters("the boys&rsquo; room, &lsquo;so&rsquo;")
    assert not holds_letters("&eacute;, &egrave;")
    assert not holds_letters("&lt;b&gt;")


TEXTS = st.lists(
    st.sampled_from(
        [
            *"aéR ÉS\n&;#'-.,1",
            "e\u0301",
            "\u00ad",
            "\u200b",
            "ﬁ",
            "&eacute;",
            "&amp;",
            "א",
            "\u200e",
            "\u200d",
        ]
    ),
    max_size=30,
).map("".join)


@given(TEXTS | st.text())
def test_stretches_are_in_order_and_inside(text: str) -> None:
    end = 0
    for odd in find(text):
        assert end <= odd.start < odd.end <= len(text)
        assert odd.reads != text[odd.start : odd.end]
        end = odd.end


@given(st.text("abcdéèçÀÉœ '.,-", max_size=40))
def test_a_text_reads_the_same_however_its_accents_are_written(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(text)


def test_it_is_linear() -> None:
    for text in ("e\u0301" * 300_000, "&" * 500_000, "&eacute;" * 100_000, "A " * 500_000):
        assert len(plain(text)) <= len(text)
