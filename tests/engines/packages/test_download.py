"""Downloads and the index, against a server of our own."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from support.published import Answer, Server, serving

from onetongue.engines.packages.download import INDEX, Offer, download, index_address, look_up
from onetongue.errors import IntegrityError, ModelError
from onetongue.offline import offline

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = bytes(range(256)) * 4096  # several reads


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX", raising=False)
    with serving() as running:
        yield running


def fetch(url: str, *, limit: int = 2**30, timeout: float = 10) -> bytes:
    into = io.BytesIO()
    download(url, into, limit=limit, timeout=timeout)
    return into.getvalue()


def test_whole(server: Server) -> None:
    url = server.put("/p?a=b", Answer(BODY))
    assert fetch(url) == BODY
    assert fetch(url, limit=len(BODY)) == BODY


def test_the_size_may_be_unknown(server: Server) -> None:
    url = server.put("/p", Answer(BODY, promised=-1))
    assert fetch(url) == BODY
    with pytest.raises(ModelError, match="more than the 4 bytes"):
        fetch(url, limit=4)


def test_a_redirect_is_followed(server: Server) -> None:
    url = server.put("/p", Answer(BODY))
    assert fetch(server.put("/moved", Answer(status=302, headers={"Location": url}))) == BODY


def test_progress_starts_at_nothing_and_ends_at_all(server: Server) -> None:
    url = server.put("/p", Answer(BODY))
    seen: list[tuple[str, int, int]] = []
    download(url, io.BytesIO(), progress=lambda *state: seen.append(state))
    assert (seen[0], seen[-1]) == ((url, 0, len(BODY)), (url, len(BODY), len(BODY)))
    assert seen == sorted(seen)


ANSWERS = [
    (Answer(status=404), "cannot be downloaded .*404"),
    (Answer(status=500), "cannot be downloaded .*500"),
    (Answer(b"half", promised=8), "broke off after 4 of 8 bytes"),
    (Answer(b"x", promised=2**40), "sends more than"),
    (Answer(is_late=True), "cannot be downloaded .*timed out"),
    (Answer(status=302, headers={"Location": "file:///etc/hostname"}), "cannot be downloaded"),
    (Answer(status=302, headers={"Location": "ftp://127.0.0.1/x"}), "unknown url type: ftp"),
    (Answer(status=302, headers={"Location": "/p"}), "cannot be downloaded .*redirect"),
]


@pytest.mark.parametrize(("answer", "message"), ANSWERS)
def test_bad_answers(answer: Answer, message: str, server: Server) -> None:
    url = server.put("/p", answer)
    with pytest.raises(ModelError, match=message) as caught:
        fetch(url, timeout=0.2 if answer.is_late else 10)
    assert str(caught.value).startswith(url)


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "x", "https://["])
def test_other_addresses(url: str) -> None:
    with pytest.raises(ModelError, match="cannot be downloaded"):
        fetch(url)


def test_no_server(server: Server) -> None:
    with Server() as gone:
        url = gone.put("/p", Answer())
    with pytest.raises(ModelError, match=r"cannot be downloaded .*refused"):
        fetch(url)


def test_never_offline(server: Server) -> None:
    url = server.put("/p", Answer(BODY))
    with offline(), pytest.raises(IntegrityError, match="use the network"):
        fetch(url)


def entry(version: str, *links: str, **changes: object) -> dict[str, object]:
    described = {"package_version": version, "from_code": "fr", "to_code": "en"}
    return {**described, "links": list(links), **changes}


def test_the_highest_version_and_its_first_link(server: Server) -> None:
    entries: list[object] = [
        entry("1.9", "http://x/1.9"),
        entry("1.10", "ipfs://x", "https://x/1.10", "http://y/1.10"),
        entry("9", "ipfs://x"),
        entry("9", "http://x/9", type="sbd"),
        entry("9", "http://x/9", from_code="en", to_code="fr"),
        {"package_version": "9", "from_code": "fr", "to_code": "en"},
        entry("9", links=None),
        entry("9", from_code=3),
        "nonsense",
    ]
    index = server.put("/index.json", Answer(json.dumps(entries).encode()))
    expected = Offer("fr", "en", "1.10", "https://x/1.10")
    assert look_up("fr-FR", "EN", index=index) == expected


def test_argos_own_setting_counts(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert index_address() == INDEX
    for value in ("https://x.org/main", "https://x.org/main/", "https://x.org/main/index.json"):
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", value)
        assert index_address() == "https://x.org/main/index.json"
    content = json.dumps([entry("1", "http://x")]).encode()
    index = server.put("/base/index.json", Answer(content))
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", index.removesuffix("index.json"))
    assert look_up("fr", "en").url == "http://x"


INDEXES = [
    (Answer(b"{"), "not a package index"),
    (Answer(b"\xff"), "not a package index"),
    (Answer(b"{}"), "not a package index"),
    (Answer(b"[" * 100_000), "not a package index"),
    (Answer(b"[]"), "none of its 0 packages translates fr to en"),
    (Answer(json.dumps([entry("1", "http://x", to_code="de")]).encode()), "none of its 1 pack"),
    (Answer(status=404), "cannot be downloaded .*404"),
    (Answer(b"[]", promised=2**30), "sends more than"),
]


@pytest.mark.parametrize(("answer", "message"), INDEXES)
def test_bad_indexes(answer: Answer, message: str, server: Server) -> None:
    index = server.put("/index.json", answer)
    with pytest.raises(ModelError, match=message) as caught:
        look_up("fr", "en", index=index)
    assert str(caught.value).startswith(index)
