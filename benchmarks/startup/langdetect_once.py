"""The least a command that knows a language does: langdetect, asked once about one file."""

from pathlib import Path

import typer
from langdetect import detect


def main(file: Path) -> None:
    """Print the language of a file."""
    print(detect(file.read_text(encoding="utf-8")))


typer.run(main)
