"""How a name is spelled in English: as the document spells it, and not lost on the way.

Responsible for: the public names of the stage.
Not responsible for: which words of a document are a name and no French (`detect.names_and_titles`).
"""

from onetongue.names.document_names import names_around, respelled
from onetongue.names.english_names import Names

__all__ = ["Names", "names_around", "respelled"]
