"""Translation: texts in one language in, checked translations in another out.

Responsible for: the stage's public names. Importing it loads no model and no engine library.
Not responsible for: what is translated and why; this stage sees strings, never documents.
"""

from onetongue.translate.oracle import Oracle
from onetongue.translate.segments import translate_segments

__all__ = [
    "Oracle",
    "translate_segments",
]
