"""What exports tell of: a provenance read as it is, and the names of documents and engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.documents import decided

from onetongue.account import sealed
from onetongue.account.exports import engine_line, read_subject
from onetongue.account.exports.subject import urn
from onetongue.account.reading import read_provenance
from onetongue.document import EngineId
from onetongue.errors import InputError, IntegrityError
from onetongue.review.decisions import Decision

if TYPE_CHECKING:
    from support.documents import Normalize

GOLD = "Oh {Merci|Thanks}, {non|no}!\n"


def test_tells_the_account_as_it_is(normalize: Normalize) -> None:
    provenance: Any = normalize(GOLD).provenance()
    subject = read_subject(provenance)
    assert subject.account == read_provenance(provenance)
    assert (subject.created, subject.target) == (provenance["created"], "en")
    assert subject.version == provenance["tool"]["version"]
    assert subject.left_alone == ()


def test_what_was_left_alone_has_its_evidence(normalize: Normalize) -> None:
    account = decided(normalize(GOLD), Decision(1, "reject", "Ada"))
    (stretch,) = read_subject(account).left_alone
    assert (stretch.span.start, stretch.text, stretch.language) == (3, "Merci", "fr")
    assert (stretch.evidence.confidence, stretch.evidence.reason) == (0.998, "rejected by Ada")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"created": "yesterday"}, "created must be a time such as"),
        ({"created": 3}, "created must be a string"),
        ({"tool": {}}, "tool.version is missing"),
        ({"options": {"target": 3}}, "options.target must be a string"),
        ({"left_alone": 3}, "left_alone must be a list"),
    ],
)
def test_malformed(normalize: Normalize, change: dict[str, object], message: str) -> None:
    provenance: Any = normalize(GOLD).provenance()
    with pytest.raises(InputError, match=message):
        read_subject(sealed({**provenance, **change}))
    with pytest.raises((InputError, IntegrityError)):
        read_subject({**provenance, **change})


@pytest.mark.parametrize(
    ("engine", "line"),
    [
        (None, "unknown"),
        (EngineId("", "", ""), "unknown"),
        (EngineId("argos", "1.12.1", "fr_en"), "argos 1.12.1 fr_en"),
        (EngineId("argos", "", "fr_en", "ab", "rt", "int8", "AVX"), "argos fr_en"),
        (EngineId("ar\ngos", "1\u2028", ""), "ar gos 1 "),
    ],
)
def test_the_line_of_an_engine(engine: EngineId | None, line: str) -> None:
    assert engine_line(engine) == line


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ((), "urn:onetongue"),
        (("person", "Ada"), "urn:onetongue:person:Ada"),
        (("a:b/c", "é d"), "urn:onetongue:a%3Ab%2Fc:%C3%A9%20d"),
        (("\ud800",), "urn:onetongue:%5Cud800"),
    ],
)
def test_urn(parts: tuple[str, ...], name: str) -> None:
    assert urn(*parts) == name
