"""JSON and JSON Lines: string values to regions, at exact offsets.

`format` is where it begins; each other file says what it does.
"""
