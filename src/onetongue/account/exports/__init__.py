"""The account of a document in the formats that other people's tools read.

Responsible for: the public names. Each export makes bytes of a provenance, which it checks first.
Not responsible for: TMX, which is the translation memories' (`terms.tmx`); reading back what
people edited (`review.xliff`); files.
"""

from onetongue.account.exports.annotation import to_annotation
from onetongue.account.exports.prov import to_prov
from onetongue.account.exports.subject import LeftAlone, Subject, engine_line, read_subject
from onetongue.account.exports.xliff import to_xliff

__all__ = [
    "LeftAlone",
    "Subject",
    "engine_line",
    "read_subject",
    "to_annotation",
    "to_prov",
    "to_xliff",
]
