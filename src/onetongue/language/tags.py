"""Language tags, as BCP 47 has them and as people write them.

Responsible for: the primary language of a tag.
Not responsible for: whether a tag is one, or its language known, which whoever asks decides.
"""

from __future__ import annotations

import re
from typing import Final

_SEPARATOR: Final = re.compile("[-_]")


def primary(tag: str) -> str:
    """Give the primary language of a tag, in small letters; underscores part it as hyphens do.

    >>> primary("fr-CA"), primary("EN_us")
    ('fr', 'en')
    """
    return _SEPARATOR.split(tag.strip(), maxsplit=1)[0].lower()
