"""People look at what a machine translated: the page they do it on, and what they decide.

Responsible for: the review page, decisions from it or from XLIFF, and putting them into a document.
Not responsible for: the account itself (`account`), files and messages (`cli.review`).
"""
