"""Where emphasis, links and breaks go in a translation, and writing them there.

Responsible for: the public names of the stage. The one place with intervals that nest.
Not responsible for: what the markup is (`prose`, and each format), or the words (`translate`).
"""

from onetongue.markup.composition import compose, stretches
from onetongue.markup.marking_up import marked_up
from onetongue.markup.no_engine import silent
from onetongue.markup.transfer import Passage, carry

__all__ = ["Passage", "carry", "compose", "marked_up", "silent", "stretches"]
