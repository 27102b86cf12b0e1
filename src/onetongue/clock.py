"""The present moment, or the one a reproducible build is told.

Responsible for: one form of time for provenance, memories and exports.
Not responsible for: where a time is written.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Final

from onetongue.errors import InputError

MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"  # ISO 8601 in UTC, to the second


def timestamp() -> str:
    """Give the present moment, or SOURCE_DATE_EPOCH where that is set.

    Raises:
        InputError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as err:
        raise InputError(
            f"SOURCE_DATE_EPOCH must be seconds since 1970, not {epoch!r}; correct or unset it"
        ) from err
    return moment.strftime(MOMENT)


def is_moment(text: str) -> bool:
    """Whether a text is a time in this form.

    >>> is_moment("2026-11-23T16:30:00Z")
    True
    """
    try:
        return datetime.fromisoformat(text).strftime(MOMENT) == text
    except ValueError:
        return False
