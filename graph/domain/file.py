"""Files that people gave: what is known of them; the bytes lie in CHAINMATCH_HOME/files."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StoredFile:
    """``sha256`` in hexadecimal names the bytes; ``size`` in bytes; ``created_at`` ISO, UTC."""

    sha256: str
    name: str
    size: int
    created_by: str = ""
    created_at: str = ""
