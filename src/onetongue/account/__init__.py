"""The account of a document: every change and every segment left alone, and the proof of it.

Responsible for: the public names of the stage; `exports` has the formats of other tools.
Not responsible for: putting translations into a text (`write`), or what people decide on them
(`review`).
"""

from onetongue.account.insertions import with_accounts, without_insertions
from onetongue.account.json_lines import account_bytes, load_account
from onetongue.account.normalized import NormalizedDocument
from onetongue.account.proof import revert, verify_output, verify_provenance
from onetongue.account.provenance import provenance_bytes, provenance_schema, sealed
from onetongue.account.reading import Account, load_provenance, read_provenance

__all__ = [
    "Account",
    "NormalizedDocument",
    "account_bytes",
    "load_account",
    "load_provenance",
    "provenance_bytes",
    "provenance_schema",
    "read_provenance",
    "revert",
    "sealed",
    "verify_output",
    "verify_provenance",
    "with_accounts",
    "without_insertions",
]
