"""Stage four: translations back into the document, with a complete account and its proof.

Responsible for: the public names of the stage.
Not responsible for: anything else; each file says what it does.
"""

from onetongue.write.account import Account, load_provenance, read_provenance
from onetongue.write.atomic import write_file
from onetongue.write.diff import unified_diff
from onetongue.write.encoding import checksum, encode_text
from onetongue.write.insertions import with_accounts, without_insertions
from onetongue.write.markers import (
    DEFAULT_MARKERS,
    find_markers,
    next_id,
    notes,
    render,
    strip_markers,
)
from onetongue.write.normalized import NormalizedDocument, write
from onetongue.write.proof import revert, verify_output, verify_provenance
from onetongue.write.provenance import provenance_bytes, provenance_schema, sealed
from onetongue.write.sidecar import load_account, to_lines
from onetongue.write.splice import replay, revert_text, splice, verify

__all__ = [
    "DEFAULT_MARKERS",
    "Account",
    "NormalizedDocument",
    "checksum",
    "encode_text",
    "find_markers",
    "load_account",
    "load_provenance",
    "next_id",
    "notes",
    "provenance_bytes",
    "provenance_schema",
    "read_provenance",
    "render",
    "replay",
    "revert",
    "revert_text",
    "sealed",
    "splice",
    "strip_markers",
    "to_lines",
    "unified_diff",
    "verify",
    "verify_output",
    "verify_provenance",
    "with_accounts",
    "without_insertions",
    "write",
    "write_file",
]
