"""The errors this package raises.

Responsible for: one base class to catch, and one subclass per thing a caller can do about it.
Not responsible for: printing; the library raises and the command line writes the message.

Every message says what went wrong, where (name, line or offset) and what to do.
"""

from __future__ import annotations


class OnetongueError(Exception):
    """Anything this package raises on purpose."""


class InputError(OnetongueError):
    """A document, option or record that was given cannot be read or used."""


class ModelError(OnetongueError):
    """No translation engine is available, or its files are damaged."""


class TranslationError(OnetongueError):
    """An engine failed, or a translation failed its checks and the caller asked to be told."""


class IntegrityError(OnetongueError):
    """The account and the document disagree, so nothing was written."""


class SpanError(OnetongueError, ValueError):
    """Offsets that are empty, reversed, overlapping or outside their text."""
