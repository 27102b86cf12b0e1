"""JSON and JSON Lines: string values to regions, at exact offsets.

`document` and `lines` are where it begins; each other file says what it does.
"""
