"""The bytes of files that people gave, kept by their SHA-256."""

import hashlib
import os
import tempfile
from pathlib import Path, PurePosixPath
from typing import IO

CHUNK = 1024 * 1024
LONGEST_NAME = 120
SPARE_NAME = "file"


def keep(folder: Path, stream: IO[bytes]) -> tuple[str, int]:
    """Write a stream to its place, whole or not at all; return its SHA-256 and size in bytes."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".draft-")
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                file.write(chunk)
            size = file.tell()
            file.flush()
            os.fsync(descriptor)
        draft.replace(folder / digest.hexdigest())
    finally:
        draft.unlink(missing_ok=True)
    return digest.hexdigest(), size


def shown_name(given: str) -> str:
    """Return the last part of the name that a browser sent, safe to show and to use as a name."""
    last = PurePosixPath(given.replace("\\", "/")).name
    printable = "".join(char for char in last if char.isprintable()).strip(" .")
    return printable[-LONGEST_NAME:] or SPARE_NAME
