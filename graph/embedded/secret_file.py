"""A secret that the first process on a new folder makes and all others read."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

BYTES = 32


def find_or_make_secret(path: Path) -> str:
    """Return what the file holds; where there is none, make it, readable by its owner alone.

    It appears whole in one step: of several that start at once the first wins, and none reads
    a file that is still being written. Raises OSError.
    """
    if not path.exists():
        _make(path)
    return path.read_text(encoding="utf-8")


def _make(path: Path) -> None:
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_hex(BYTES))
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        Path(draft).unlink()
