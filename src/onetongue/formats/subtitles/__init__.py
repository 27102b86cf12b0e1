"""Subtitles, SubRip and WebVTT: cues to regions, at exact offsets.

`subtitles` is where it begins; each other file says what it does.
"""
