"""Find the French segments in an English document, translate just those, and prove the rest untouched.

Responsible for: the public names. Importing it loads no stage: a name brings its module when it is
first used, so that `onetongue --version` waits for no table and a check for no engine.
Not responsible for: anything a name stands for.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from onetongue.version import __version__

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

_MODULES = {
    "account": ("NormalizedDocument", "revert"),
    "document": (
        "Detection",
        "Document",
        "Evidence",
        "Options",
        "Record",
        "Segment",
        "Span",
        "Translation",
    ),
    "errors": ("OnetongueError",),
    "normalizer": ("Normalizer", "detect", "normalize", "normalize_file"),
    "version": ("__version__",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"onetongue.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _PublicNames(ModuleType):
    """A module in which `detect` stays the function, though a stage has that name too.

    Importing a submodule sets it as an attribute of its package.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _PublicNames
