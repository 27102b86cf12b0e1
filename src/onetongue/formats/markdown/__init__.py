"""Markdown: source text to regions, at exact offsets.

`markdown` is where it begins; each other file says what it does.
"""
