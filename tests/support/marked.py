"""Texts with their gold segments marked ⟦…⟧, so that tests show offsets instead of counting them."""

from __future__ import annotations


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the (start, end) of every marked stretch."""
    text, spans = "", []
    for i, part in enumerate(marked.replace("⟧", "⟦").split("⟦")):
        if i % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans


def mark(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with every stretch marked."""
    for start, end in reversed(spans):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text
