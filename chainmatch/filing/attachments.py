"""Files that people add to a record: checked for size and for being what their name says."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import IO
from zipfile import BadZipFile, ZipFile

from chainmatch.filing import files
from graph.domain.account import Account
from graph.domain.clock import instant_text
from graph.domain.file import StoredFile
from graph.errors import BadInput, TooLarge
from graph.store import Store
from graph.store.files import save_file

MEGABYTE = 1024**2
MOST_MB = 10


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(signatures)


def _is_office(folder: str) -> Callable[[bytes], bool]:
    """Tell an Office Open XML file (ECMA-376) of one kind, without macros."""

    def check(content: bytes) -> bool:
        try:
            names = ZipFile(io.BytesIO(content)).namelist()
        except (BadZipFile, ValueError):
            return False
        has_macros = any(name.endswith("vbaProject.bin") for name in names)
        is_of_kind = any(name.startswith(f"{folder}/") for name in names)
        return "[Content_Types].xml" in names and is_of_kind and not has_macros

    return check


@dataclass(frozen=True)
class FileType:
    """A type that is taken: how browsers call it, and how its bytes are told."""

    media: str
    matches: Callable[[bytes], bool]


_OFFICE = "application/vnd.openxmlformats-officedocument."
FILE_TYPES = {
    ".pdf": FileType("application/pdf", _starts(b"%PDF-")),
    ".png": FileType("image/png", _starts(b"\x89PNG\r\n\x1a\n")),
    ".jpg": FileType("image/jpeg", _starts(b"\xff\xd8\xff")),
    ".jpeg": FileType("image/jpeg", _starts(b"\xff\xd8\xff")),
    ".docx": FileType(_OFFICE + "wordprocessingml.document", _is_office("word")),
    ".xlsx": FileType(_OFFICE + "spreadsheetml.sheet", _is_office("xl")),
    ".pptx": FileType(_OFFICE + "presentationml.presentation", _is_office("ppt")),
}
SHOWN_TYPES = "PDF、Word (docx)、Excel (xlsx)、PowerPoint (pptx)、PNG、JPG"
ACCEPT = ",".join(FILE_TYPES)
"""For the ``accept`` attribute of a file field."""


def check(name: str, stream: IO[bytes]) -> None:
    """Look whether a file may be kept; the stream is back at its start afterwards.

    Raises TooLarge over MOST_MB, BadInput where it is empty or not what its name says.
    """
    content = stream.read(MOST_MB * MEGABYTE + 1)
    stream.seek(0)
    if len(content) > MOST_MB * MEGABYTE:
        raise TooLarge("附件“%(name)s”超过 %(most)s MB 的上限。", name=name, most=MOST_MB)
    if not content:
        raise BadInput("附件“%(name)s”是空的。", name=name)
    file_type = FILE_TYPES.get(PurePath(name).suffix.lower())
    if file_type is None:
        raise BadInput(
            "附件“%(name)s”的类型不支持，可用：%(types)s。", name=name, types=SHOWN_TYPES
        )
    if not file_type.matches(content):
        raise BadInput("附件“%(name)s”的内容与它的扩展名不符，请检查文件。", name=name)


def keep(
    store: Store, folder: Path, *, actor: Account, name: str, stream: IO[bytes], now: datetime
) -> StoredFile:
    """Keep the bytes of a checked file and remember who gave it."""
    sha256, size = files.keep(folder, stream)
    file = StoredFile(sha256, files.shown_name(name), size, actor.email, instant_text(now))
    save_file(store, file)
    return file


def media_type(name: str) -> str:
    """Say how browsers call a kept file; anything unknown is plain bytes."""
    file_type = FILE_TYPES.get(PurePath(name).suffix.lower())
    return file_type.media if file_type else "application/octet-stream"
