"""Translations into the document: spliced, marked, and encoded as it was.

Responsible for: the public names of the stage.
Not responsible for: the account of what was changed, and its proof (`account`).
"""

from onetongue.write.atomic import write_file
from onetongue.write.diff import unified_diff
from onetongue.write.encoding import encode_text, typed
from onetongue.write.markers import (
    DEFAULT_MARKERS,
    find_markers,
    markers_for,
    next_id,
    render,
    strip_markers,
)
from onetongue.write.splicing import replay, revert_text, splice, verify
from onetongue.write.taking_out import taken_out

__all__ = [
    "DEFAULT_MARKERS",
    "encode_text",
    "find_markers",
    "markers_for",
    "next_id",
    "render",
    "replay",
    "revert_text",
    "splice",
    "strip_markers",
    "taken_out",
    "typed",
    "unified_diff",
    "verify",
    "write_file",
]
