"""Which text is no prose, by what a file is called and by how it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetongue.formats.not_prose import (
    is_named_unlike_text,
    is_script,
    told_by_content,
    told_by_name,
)

ROOT = Path(__file__).parents[2]
READ = {".txt", ".md", ".srt", ".vtt", ""}

# What people write, laid out much as code, settings or logs are.
PROSE = {
    "empty": "",
    "a word": "Bonjour",
    "chat": "12/05/2024, 14:33 - Marie: Salut\n12/05/2024, 14:34 - Paul: Hello\n" * 3,
    "chat to the second": "[12/05/2024 14:33:12] Marie: Salut\n[12/05/2024 14:33:14] Paul: Hi\n" * 3,
    "IRC": "2024-05-02 12:33:44 <marie> salut\n2024-05-02 12:33:45 * paul waves\n" * 3,
    "IRC by the hour": "12:33:44 marie: salut\n12:33:45 paul: hi\n12:33:46 marie: ok\n",
    "chat by the day": "[Mon Jan 13 07:58:12] marie: salut\n[Mon Jan 13 07:58:14] paul: hi\n" * 2,
    "chat in UTC": "2024-05-02T12:33:44Z marie: salut\n2024-05-02T12:33:45Z paul: hi\n" * 2,
    "mentions": "@marie #weekend\n@paul #amis\n@jean #fete\n@marie\n",
    "transcript": "[00:00:12.340 --> 00:00:15.000] Bonjour.\n[00:00:15.340 --> 00:00:18.000] Merci.\n" * 2,
    "song": "[00:12.00]Il était un petit navire\n[00:15.30]Qui n'avait jamais navigué\n" * 2,
    "diary": "2024-05-02 Went to Paris.\n2024-05-03 Stayed there.\n2024-05-04 Came back.\n",
    "programme": "09:00 Accueil\n09:30 Opening\n10:00 Pause café\n",
    "warnings": "WARNING: do not open.\nThe door is closed and the key is lost.\nThat is so.\n",
    "dialogue": "marie: bonjour\npaul: good morning\nmarie: on y va ?\npaul: yes\n",
    "recipe": "ingredients:\n  - 2 eggs\n  - flour\npreparation:\n  - mix\n  - cook\n",
    "names": "- nom: Paul\n- nom: Marie\n- nom: Jean\n",
    "form": "Name: Paul\nAddress: 12 rue des Lilas\nCity: Paris\n",
    "mail": "From: a@example.org\nSubject: Réunion\n\nBonjour à tous.\n",
    "glossary": "chat = cat\nchien = dog\nmaison = house\nvoiture = car\n",
    "law": '(a) the first;\n(b) "the second";\n(c) the last (as amended);\n(d) such sums (if any);\n',
    "instructions": "Create a new account;\nSelect the language from the list;\nDelete from it;\n",
    "poem": "Il pleure dans mon coeur;\nComme il pleut sur la ville;\nQuelle est cette langueur;\n",
    "words of programs": "if I go:\nwhile we wait:\nfor you:\nreturn home\nfrom Paris import wine\n",
    "mathematics": "Let x = 1.\nThen y = 2.\nSo z = 3.\n",
    "notes": "# TODO\n# buy milk\n# acheter du pain\n",
    "a box": "###########\n# Bonjour #\n###########\nText here.\n",
    "front matter": "---\ntitle: x\ntags:\n  - a\nauthor:\n  name: b\nimage:\n  url: c\n---\nLe maire.\n",
    "code in a fence": "Run this:\n```\nimport os\n\ndef f():\n    return 1\n\nprint(f())\n```\n",
    "indented code": "To delete a site::\n\n    if (a) {\n        f(a);\n    }\n\nThe answer is::\n\n    {\n    }\n",
    "settings in a text": "The team uses this.\n\nen:\n  home: Home\n\n[en]\nhome = Home\n\nen-CA\nfr-CA\n",
    "patch told": "Here is what I changed:\n\n--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n",
}  # fmt: skip


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose_is_no_other_kind(text: str) -> None:
    for laid_out in (text, text.replace("\n", "\r\n"), f"\ufeff{text}"):
        assert told_by_content(laid_out.encode()) == ""


@pytest.mark.parametrize(
    "text",
    ["/*", '"""', "<!--", "if (", "a:\n", "- a: b\n", "[a]\n#\n", "---\n", "\n", "#", "select "],
)
def test_odd_text_is_looked_at_in_time(text: str) -> None:
    # Anything exponential here would run for hours: no clock is needed.
    assert told_by_content((text * 8000).encode()[:16384]) == ""


def test_documents_of_this_repository_are_prose() -> None:
    found = [p for top in ("fixtures", "docs") for p in (ROOT / top).rglob("*") if p.suffix in READ]
    documents = [path for path in found if path.is_file()]
    assert len(documents) > 20
    assert {str(p): kind for p in documents if (kind := told_by_content(p.read_bytes()))} == {}


CODE = "program code"
OTHER = {
    "<?xml version='1.0'?>\n<a>Bonjour</a>": "XML",
    "<?php echo 'Bonjour'; ?>\n": "PHP",
    r"{\rtf1\ansi Bonjour}": "RTF",
    "% Un rapport\n\\documentclass{article}\n\\begin{document}\n": "TeX",
    "= Guide\nPaul Durand\n:lang: fr\n\nBonjour.\n": "AsciiDoc",
    '# Commentaire\n\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n': "PO files",
    "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-Bonjour\n+Hello\n": "patches",
    "--- a.txt\n+++ b.txt\n@@ -1 +1 @@\n-Bonjour\n+Hello\n": "patches",
    "2024-05-02 12:00:01 INFO Le serveur démarre\n2024-05-02 12:00:02 ERROR Échec\n  at f (x.js:1)\n2024-05-02 12:00:03 WARN Fin\n": "logs",
    "[2024-05-02 12:00:01,123] Le serveur démarre\n" * 3: "logs",
    "INFO:root:Démarrage\nERROR:root:Échec\nINFO:root:Fin\n": "logs",
    "[Mon Jan 13 07:58:12] mailer: starting\n[Mon Jan 13 07:58:15] mailer[7]: fini\n" * 2: "logs",
    "[INFO] Démarrage\n[WARN] Attention\n[ERROR] Échec\n": "logs",
    "May  2 12:00:01 host sshd[123]: Accepted\nMay  2 12:00:02 host CRON: Le\nMay  2 12:00:03 host a[1]: b\n": "logs",
    '127.0.0.1 - - [02/May/2024:12:00:01 +0000] "GET / HTTP/1.1" 200 12\n' * 3: "logs",
    "2024/05/02 12:00:01 [error] 123#0: le fichier est absent\n" * 3: "logs",
    "en:\n  welcome: Bienvenue\n  count:\n    one: un message\n  help: |\n    Cliquez ici.\n": "YAML",
    "repos:\n- repo: local\n  rev: v1\n  hooks:\n  - id: a\n": "YAML",
    "name: CI\non: [push]\njobs:\n  build:\n    runs-on: x\n    steps:\n      - uses: a\n": "YAML",
    "title = 'Le titre'\n\n[params]\nx = 1\n": "TOML and INI",
    "; Le commentaire\n[fr]\nbonjour = hello\n": "TOML and INI",
    "app.title=Bienvenue\napp.bye=Au revoir\n# Un commentaire\napp.x = y\n": "settings",
    "DB_HOST=x\nDB_USER=y\nexport SECRET=z\n": "settings",
    "-- Le maire\nCREATE TABLE x (\n  id INT\n);\nINSERT INTO x VALUES (1, 'Bonjour à tous');\n": "SQL",
    ".a { color: red; }\n.b {\n  color: blue;\n}\n": CODE,
    '#include <stdio.h>\n/* Le maire */\nint main(void) {\n  puts("Bonjour");\n  return 0;\n}\n': CODE,
    "// Le maire a dit\nconst x = 1;\nfunction f(a) {\n  return a;\n}\n": CODE,
    'import os\n\n"""Le maire\na dit."""\n\n# Le maire\ndef f(x):\n    return x\n\nprint(f(1))\n': CODE,
    "class A\n  def x\n    puts 'Bonjour'\n  end\nend\n": CODE,
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), OTHER.items())
def test_other_text_is_told_by_its_opening_or_its_lines(text: str, kind: str) -> None:
    for laid_out in (text, text.replace("\n", "\r\n"), f"\ufeff{text}"):
        assert told_by_content(laid_out.encode()) == kind


def test_programs_of_this_repository_are_code() -> None:
    modules = [p.read_bytes() for p in (ROOT / "src/onetongue").rglob("*.py")]
    long = [content for content in modules if len(content) > 2000]
    assert sum(told_by_content(content[:16384]) == CODE for content in long) > 0.9 * len(long)
    assert told_by_content((ROOT / "pyproject.toml").read_bytes()) == "TOML and INI"


@pytest.mark.parametrize("name", ["", "-", "stdin", "a", "a.xyz", "a.fr", "notes.v2", "a.b/c", "page.mdx", "a.ipynb", "logo.png", ".fr"])  # fmt: skip
def test_names_that_say_nothing(name: str) -> None:
    assert told_by_name(name) is None


@pytest.mark.parametrize("name", ["README", "docs/LICENSE", "NEWS", "README.fr", "notes.txt"])
def test_names_of_texts(name: str) -> None:
    assert told_by_name(name) == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.py", ".py"),
        ("a/b.YAML", ".yaml"),
        ("a.toml", ".toml"),
        ("a.ini", ".ini"),
        ("a.properties", ".properties"),
        ("a.conf", ".conf"),
        ("a.po", ".po"),
        ("a.pot", ".pot"),
        ("a.adoc", ".adoc"),
        ("a.log", ".log"),
        ("a.patch", ".patch"),
        ("a.sql", ".sql"),
        ("a.css", ".css"),
        ("a.svg", ".svg"),
        ("a.pdf", ".pdf"),
        ("README.rst", ".rst"),
        ("README.py", ".py"),
        (".env", ".env"),
        (".editorconfig", ".editorconfig"),
        ("Makefile", "Makefile"),
        ("Dockerfile.test", "Dockerfile.test"),
        ("x/Jenkinsfile", "Jenkinsfile"),
        ("CMakeLists.txt", "CMakeLists.txt"),
    ],
)
def test_names_of_what_is_no_prose(name: str, said: str) -> None:
    assert told_by_name(name) == said


def test_a_name_may_say_more_than_a_suffix() -> None:
    assert is_named_unlike_text("src/CMakeLists.txt")
    assert not is_named_unlike_text("CMakeLists.txt/notes.txt")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"", False),
        (b"#!", False),
        (b"#!important: read this\n", False),
        (b" #!/bin/sh\n", False),
        (b"Bonjour\n#!/bin/sh\n", False),
        (b"#!/bin/sh\n", True),
        (b"#! /usr/bin/env python3\r\n", True),
        (b"\xef\xbb\xbf#!/bin/sh", True),
    ],
)
def test_scripts(head: bytes, expected: bool) -> None:
    assert is_script(head) is expected
