"""Find the French segments in an English document, translate just those, and prove the rest untouched."""

from importlib.metadata import version

from onetongue.account import NormalizedDocument, revert
from onetongue.document import (
    Detection,
    Document,
    Evidence,
    Options,
    Record,
    Segment,
    Span,
    Translation,
)
from onetongue.errors import OnetongueError
from onetongue.normalizer import Normalizer, detect, normalize, normalize_file

__version__ = version("onetongue")
__all__ = [
    "Detection",
    "Document",
    "Evidence",
    "NormalizedDocument",
    "Normalizer",
    "OnetongueError",
    "Options",
    "Record",
    "Segment",
    "Span",
    "Translation",
    "__version__",
    "detect",
    "normalize",
    "normalize_file",
    "revert",
]
