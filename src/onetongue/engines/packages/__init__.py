"""Argos translation packages: finding, installing, checking and removing them.

Responsible for: the public names; whoever is outside this folder needs no other.
Not responsible for: running the model in one (`engines.argos`), or which engine translates
(`engines.choice`).
"""

from onetongue.engines.packages.download import Progress
from onetongue.engines.packages.installing import Damaged, install, install_pair, listed, remove
from onetongue.engines.packages.package import (
    Package,
    find_embedded,
    find_installed,
    open_package,
    read,
    searched_folders,
)

__all__ = [
    "Damaged",
    "Package",
    "Progress",
    "find_embedded",
    "find_installed",
    "install",
    "install_pair",
    "listed",
    "open_package",
    "read",
    "remove",
    "searched_folders",
]
