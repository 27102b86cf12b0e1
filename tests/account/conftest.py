"""An engine for documents of JSON."""

from support.json_documents import clock, engine, folder

__all__ = ["clock", "engine", "folder"]
