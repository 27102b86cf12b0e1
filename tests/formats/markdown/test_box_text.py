"""Indented text of boxes and tabs, which is read, and indented code, which is not."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.markdown import read

TEXT = "    Le chat dort.\n"


def said(text: str) -> list[str]:
    return [region.prose.text for region in read(text).regions if region.prose]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"Un mot.\n\n{TEXT}",
        f"# !!! note\n\n{TEXT}",
        f"!!! note\n\nUn mot.\n\n{TEXT}",
        f"Voici !!! note\n\n{TEXT}",
        f"!!!\n\n{TEXT}",
        f"!!! I am shouting at you, dear friends\n\n{TEXT}",
        f"!!! note\nUn mot.\n\n{TEXT}",
        f"!!! note\n\n    {TEXT}",
        f"!!! note\n\n    ```\n{TEXT}\n{TEXT}    ```\n",
        "!!! note\n\n    | Le chat |\n    | --- |\n    | dort |\n",
        "!!! note\n\n    <p>Le chat dort.</p>\n",
        f"- Un mot.\n\n  {TEXT}",
    ],
)
def test_code_is_not_read(text: str) -> None:
    assert "Le chat dort." not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        f"!!! note\n\n{TEXT}",
        f'??? tip "Titre"\n\n{TEXT}',
        f'=== "Titre"\n\n{TEXT}',
        f"!!! note\n    Un mot.\n\n{TEXT}",
        f"!!! note\n\n    Un mot.\n\n\n{TEXT}",
        f"!!! note\n\n    ```\n    x\n\n    y\n    ```\n{TEXT}",
        f"!!! note\n\n    <p>x</p>\n\n{TEXT}",
        f"!!! note\n\n    - Un mot.\n    -{TEXT[3:]}",
        f"- !!! note\n\n  {TEXT}",
        "> !!! note\n>\n>     Le chat dort.\n",
    ],
)
def test_text_of_a_box_is_read(text: str) -> None:
    assert said(text)[-1] == "Le chat dort."
