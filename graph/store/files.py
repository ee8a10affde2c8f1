"""Files in the graph, by the SHA-256 of their bytes."""

from dataclasses import asdict

from graph.domain.file import StoredFile
from graph.errors import NotFound
from graph.store.connection import Store
from graph.store.cypher import files as cypher


def save_file(store: Store, file: StoredFile) -> StoredFile:
    """Remember a file; the same bytes given again keep their first name and giver."""
    return StoredFile(**store.write(cypher.SAVE, **asdict(file))[0]["file"])


def find_file(store: Store, sha256: str) -> StoredFile:
    """Return what is known of a file. Raises NotFound."""
    row = store.read_one(cypher.FIND, sha256=sha256)
    if row is None:
        raise NotFound("没有这个文件，可能已被清除。")
    return StoredFile(**row["file"])
