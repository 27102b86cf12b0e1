"""Stage two: regions in, segments out.

The way through: pieces.py bounds and screen.py clears, words.py cuts, tables.py, blocks.py and
exceptions.py know, score.py weighs, decode.py labels, whole.py widens to sentences, boundaries.py
finds the exact offsets, judge.py (with candidates.py and names.py) keeps or leaves alone; find.py
wires them.
"""

from onetongue.detect.find import detect

__all__ = ["detect"]
