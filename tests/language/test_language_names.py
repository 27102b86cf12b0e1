"""Names and codes of languages, alone and in lists."""

from __future__ import annotations

from importlib.resources import files

import pytest

from onetongue.language.language_names import (
    english_name,
    is_language_code,
    is_language_list,
    is_language_name,
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Anglais",
        "le français",
        "Français et anglais",
        "Parlez français",
        "French",  # how English calls it
        "Français (langue de la réunion, de ses annexes et de ses notes)",
        "fr",
        "Le Devoir",
        "La Presse",
    ],
)
def test_no_name_of_a_language(text: str) -> None:
    assert not is_language_name(text)


@pytest.mark.parametrize(
    "token", ["", "le", "Le", "les", "est-il", "es-tu", "en-", "-fr", "fr CA", "f", "xx", "été"]
)
def test_no_code_of_a_language(token: str) -> None:
    assert not is_language_code(token)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "|",
        "en",
        "de la",
        "en la",
        "Français et anglais",
        "Printed / Imprimé",
        "English | Nous joindre",
        "Accueil | Français",
        "Anglais, français",
    ],
)
def test_no_list_of_languages(text: str) -> None:
    assert not is_language_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "Français",
        "français",
        "FRANÇAIS",
        "Francais",
        "Franc\u0327ais",
        " Deutsch ",
        "Español",
        "Français (Canada)",
        "Português (Brasil)",
        "Kreyòl ayisyen",
        "Tiếng Việt",
        "中文",
        "ᐃᓄᒃᑎᑐᑦ",
        "العربية",
    ],
)
def test_names_of_languages(text: str) -> None:
    assert is_language_name(text)
    assert is_language_list(text)


@pytest.mark.parametrize(
    "token",
    ["en", "fr", "FR", "Fr", "en-CA", "en_CA", "fr-ca", "EN-GB", "zh-Hant", "zh-Hant-TW", "es-419"],
)
def test_codes_of_languages(token: str) -> None:
    assert is_language_code(token)


@pytest.mark.parametrize(
    "text",
    [
        "English | Français | Deutsch",
        "English / Français",
        "EN | FR",
        "en, fr, de, es",
        "en-CA\nfr-CA",
        "fr: French",
        "English - Français - Español",
        "English · français · العربية",
        "English   Français",
        "Français (Canada) / English (Canada)",
    ],
)
def test_lists_of_languages(text: str) -> None:
    assert is_language_list(text)


def test_the_table_is_sorted_and_says_where_it_is_from() -> None:
    text = files("onetongue").joinpath("data", "languages.tsv").read_text(encoding="utf-8")
    head, rows = text.split("# Licence: MIT.\n")
    assert "# Source: " in head
    codes = [row.split("\t")[0] for row in rows.splitlines()]
    assert codes == sorted(set(codes))
    assert all(is_language_code(code) for code in codes)


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "French"), ("es", "Spanish"), ("de", "German"), ("qq", "qq")]
)
def test_how_english_calls_a_language(code: str, name: str) -> None:
    assert english_name(code) == name
