"""Stage two: regions in, segments out.

The way through, step by step:

- as it is read: markup_regions.py, declared_languages.py; long_regions.py bounds it;
- its words: words.py cuts, tables.py and word_facts.py know, exemptions.py knows what is exempt;
- what they say, counted by states.py: screen.py clears, score.py weighs a word alone and
  adjacent_words.py beside others, second_opinion.py asks another; weigh.py puts it together;
- lines in two languages: bilingual_lines.py divides them, halves.py reads the sides, counterparts.py
  says whether they say the same; then each is read as a region;
- the stretches: decode.py labels, whole_sentences.py widens, trimming.py narrows, offsets.py finds
  where exactly they stand;
- the verdict: judge.py keeps or leaves alone a candidate (candidates.py): it may name something
  (names_and_titles.py, name_lists.py, references.py), be in a tongue near by (near_tongues.py), or
  say too little (enough.py).

find.py walks a document through all of it. Then versions.py says whether the document is there twice,
by the chain of sentences that version_chain.py finds.
"""

from onetongue.detect.find import detect

__all__ = ["detect"]
