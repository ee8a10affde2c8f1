"""Cursors: where a list goes on. They hold the key of the last row read, and no position."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, TypeVar

import msgspec

from graph.errors import NotFound

Key = TypeVar("Key")


def write_cursor(key: Any) -> str:
    """Write the key of a row, opaque to whoever gets it."""
    return urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def read_cursor(text: str, kind: type[Key], first: Key) -> Key:
    """Read what ``write_cursor`` wrote; an empty text is the ``first``. Raises NotFound."""
    if not text:
        return first
    try:
        return msgspec.json.decode(urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=kind)
    except ValueError as error:
        raise NotFound("没有这一页：游标不完整，或不属于这个列表。请从第一页重新读取。") from error
