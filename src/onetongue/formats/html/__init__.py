"""HTML pages and fragments: source text to regions, at exact offsets.

`html` is where it begins; each other file says what it does.
"""
