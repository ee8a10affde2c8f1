"""Files that are sent with an offer or a need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from chainmatch.filing import attachments, files
from graph.domain.account import Account
from graph.domain.file import StoredFile
from graph.domain.listing import MOST_FILES
from graph.errors import BadInput
from graph.store import Store


@dataclass(frozen=True)
class Upload:
    """A file as the browser sent it."""

    name: str
    stream: IO[bytes]


def check_files(uploads: Sequence[Upload], *, kept: int) -> None:
    """Look at all before any is kept. Raises BadInput, TooLarge."""
    if len(uploads) + kept > MOST_FILES:
        raise BadInput("附件最多 %(most)s 个。", most=MOST_FILES)
    for upload in uploads:
        attachments.check(files.shown_name(upload.name), upload.stream)


def keep_files(
    store: Store, folder: Path, actor: Account, uploads: Sequence[Upload], now: datetime
) -> list[StoredFile]:
    """Keep files that were checked."""
    return [
        attachments.keep(
            store, folder, actor=actor, name=upload.name, stream=upload.stream, now=now
        )
        for upload in uploads
    ]
