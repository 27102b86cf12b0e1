"""What is known of French and English words, whatever they are asked for.

Responsible for: literals, sentences, numbers and capitals in a string; which English words stand
for a French one, and which two spellings are one name; which language a tag says, and how languages
are called.
Not responsible for: finding French (`detect`), or translating it (`translate`).
"""
