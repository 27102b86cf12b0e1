"""Engines: sentences in one language in, as many hypotheses in another out.

Responsible for: the Protocol every engine follows, the engines there are and which one translates.
Importing it loads no model and no engine library.
Not responsible for: anything an engine does not see: documents, checks, glossaries (`translate`).
"""

from onetongue.engines.choice import choose
from onetongue.engines.translator import Closable, Hypothesis, Translator

__all__ = ["Closable", "Hypothesis", "Translator", "choose"]
