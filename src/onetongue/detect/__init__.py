"""Stage two: regions in, segments out.

The way through: words.py cuts, tables.py and exceptions.py know, score.py weighs, decode.py
labels, boundaries.py finds the exact offsets, judge.py keeps or leaves alone; find.py wires them.
"""

from onetongue.detect.find import detect

__all__ = ["detect"]
