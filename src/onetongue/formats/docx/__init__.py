"""Word documents: a package to the text of its parts, that to regions, and back.

`docx` is where it begins; each other file says what it does.
"""
