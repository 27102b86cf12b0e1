"""What files of text that is no prose are called.

Responsible for: the table of suffixes and names.
Not responsible for: comparing a file with it (not_prose.py), what is in them (unread_kinds.py), or the
formats that are read (choose.py).

What most suffixes and names mean is in the table of `identify`, the library that pre-commit chooses
files with; here stands what it lacks, and which of its kinds are read all the same.
"""

from __future__ import annotations

from typing import Final

# Markup that would be taken for prose, and code, settings and logs that `identify` does not name.
SUFFIXES: Final = frozenset(
    ".rest .latex .ltx .texi .texinfo .odt .rtf .pdf .epub .pot .ttl .n3 .bnf .ebnf .g4 .log"
    " .conf .cfg .cnf .desktop .service .timer .socket .mount .reg .lock .strings"
    " .adb .ads .asp .aspx .awk .bas .cbl .cls .cob .cts .d .ddl .di .dockerfile .f .f77 .ftn .gql"
    " .h++ .hx .iss .jsonc .jsp .ksh .lisp .lsp .mak .mts .nsi .psql .sed .tcl .vbs".split()
)
# Names that look like text's or have no suffix, in small letters.
NAMES: Final = frozenset("cmakelists.txt meson_options.txt .env .htaccess .npmrc .wgetrc".split())
# What `identify` calls files for people, and those that are told from others by how they begin.
READ: Final = frozenset(
    "text plain-text markdown mdx myst ngdoc quarto html xhtml json jsonld geojson jupyter".split()
)
