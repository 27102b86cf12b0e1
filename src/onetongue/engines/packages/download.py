"""Fetching translation packages, and looking them up in an Argos package index.

Responsible for: http and https addresses, and what can go wrong on the way.
Not responsible for: what is done with a package (`installing`), or showing progress.

This is the only module that opens a socket. Inside `offline()` that is an `IntegrityError`.
"""

from __future__ import annotations

import io
import json
import os
import re
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from typing import IO, Any, TypeAlias
from urllib.error import HTTPError

from onetongue.engines.packages.archives import MAX_BYTES
from onetongue.errors import ModelError
from onetongue.language.tags import primary

# Called with the address, the bytes so far (0 first), and those there are, 0 if unknown.
Progress: TypeAlias = Callable[[str, int, int], None]

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
TIMEOUT = 30.0  # seconds without a single byte; Python's own default is to wait for ever
MAX_INDEX_BYTES = 16 * 2**20  # the published index has about 0.1 MB
_CHUNK = 2**18
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that an index offers: its languages as primary tags, and where to get it."""

    source: str
    target: str
    version: str
    url: str


def is_remote(address: str) -> bool:
    """Say whether `address` is one that `download` takes.

    >>> is_remote("https://example.org/fr_en.argosmodel"), is_remote("fr_en.argosmodel")
    (True, False)
    """
    return address.lower().startswith(_SCHEMES)


def no_progress(address: str, done: int, total: int) -> None:
    """Show no progress."""


def download(
    url: str,
    into: IO[bytes],
    *,
    timeout: float = TIMEOUT,
    progress: Progress = no_progress,
    limit: int = MAX_BYTES,
) -> None:
    """Write what is at `url` to `into`.

    `timeout` is how many seconds may pass without a byte, `limit` how many bytes there may be.

    Raises:
        ModelError: the address is not one of http or https, or leads to one that is not; the
            server does not answer, refuses, breaks off or sends more than `limit`.
        IntegrityError: called inside `offline()`.
    """
    try:
        with _opener().open(url, timeout=timeout) as response:
            _copy(response, into, url, progress, limit)
    except (OSError, HTTPException, ValueError) as err:
        if isinstance(err, HTTPError):
            err.close()
        raise ModelError(
            f"{url}: cannot be downloaded ({err or type(err).__name__}); check the address and "
            "the connection, or give a file that was downloaded by other means"
        ) from err


def index_address() -> str:
    """Give the address of the index that Argos uses: ARGOS_PACKAGE_INDEX if set, or `INDEX`."""
    address = os.environ.get("ARGOS_PACKAGE_INDEX")
    if not address:
        return INDEX
    return address if address.endswith(".json") else f"{address.rstrip('/')}/index.json"


def look_up(
    source: str,
    target: str,
    *,
    index: str = "",
    timeout: float = TIMEOUT,
    progress: Progress = no_progress,
) -> Offer:
    """Look up the newest package for a pair of languages in `index`, by default Argos' own.

    Raises:
        ModelError: the index cannot be downloaded, is none, or has no such package.
        IntegrityError: called inside `offline()`.
    """
    index = index or index_address()
    content = io.BytesIO()
    download(index, content, timeout=timeout, progress=progress, limit=MAX_INDEX_BYTES)
    try:
        entries = json.loads(content.getvalue())
    except (ValueError, RecursionError) as err:
        raise ModelError(f"{index}: not a package index ({err}); give another --index") from err
    if not isinstance(entries, list):
        raise ModelError(f"{index}: not a package index (no list); give another --index")
    pair = (primary(source), primary(target))
    offers = [offer for offer in map(_offer, entries) if offer]
    fitting = [offer for offer in offers if (offer.source, offer.target) == pair]
    if not fitting:
        raise ModelError(
            f"{index}: none of its {len(offers)} packages translates {source} to {target}; "
            "give other languages, another --index or a file"
        )
    return max(fitting, key=_version)


def _opener() -> urllib.request.OpenerDirector:
    """What opens http and https, and nothing else even when redirected."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", "onetongue")]
    return opener


def _copy(response: Any, into: IO[bytes], url: str, progress: Progress, limit: int) -> None:
    total = response.length or 0
    done = 0
    progress(url, 0, total)
    while total <= limit and (chunk := response.read(_CHUNK)):
        into.write(chunk)
        done += len(chunk)
        progress(url, done, total)
        if done > limit:
            break
    if max(done, total) > limit:
        raise ModelError(
            f"{url}: sends more than the {limit} bytes that are allowed; give another address"
        )
    if total and done < total:
        raise ModelError(f"{url}: broke off after {done} of {total} bytes; try again")


def _offer(entry: Any) -> Offer | None:
    """What an entry of the index offers; None if it is no translation package or has no address."""
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    source, target, links = entry.get("from_code"), entry.get("to_code"), entry.get("links")
    if not (isinstance(source, str) and isinstance(target, str) and isinstance(links, list)):
        return None
    urls = [link for link in links if isinstance(link, str) and is_remote(link)]
    if not urls:
        return None
    version = str(entry.get("package_version", ""))
    return Offer(primary(source), primary(target), version, urls[0])


def _version(offer: Offer) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", offer.version)))
