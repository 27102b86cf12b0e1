"""Words that people decided on: glossaries, and the memory of what was translated before.

Responsible for: the public names; reading TSV, TBX and TMX; how a term stands in a sentence.
Not responsible for: asking an engine, or what becomes of its answer (`translate`).
"""

from onetongue.terms.glossary import Glossary
from onetongue.terms.memory import Memory

__all__ = ["Glossary", "Memory"]
