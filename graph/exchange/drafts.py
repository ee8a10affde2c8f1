"""Files and folders that are complete or not there at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import BadInput, Conflict


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[Path]:
    """Hand out a draft beside ``path`` that takes its name when the block ends well.

    Raises Conflict where the file is there already and ``force`` is not set.
    """
    if path.is_dir():
        raise BadInput("%(path)s 是文件夹，请写明文件名。", path=str(path))
    if path.exists() and not force:
        raise _exists(path)
    with _draft_folder(path) as folder:
        draft = folder / path.name
        yield draft
        draft.replace(path)


@contextmanager
def whole_folder(path: Path, *, force: bool) -> Iterator[Path]:
    """Hand out a draft folder whose files move to ``path`` when the block ends well.

    Raises Conflict where the folder holds something and ``force`` is not set; with ``force`` it
    keeps what else is in it.
    """
    if path.exists() and not path.is_dir():
        raise BadInput("%(path)s 是文件；请写一个文件夹，或以 .zip 结尾。", path=str(path))
    if path.exists() and any(path.iterdir()) and not force:
        raise _exists(path)
    with _draft_folder(path) as folder:
        yield folder
        path.mkdir(exist_ok=True)
        for draft in sorted(folder.iterdir()):
            draft.replace(path / draft.name)


@contextmanager
def _draft_folder(path: Path) -> Iterator[Path]:
    """Make a folder on the same disk as ``path``, gone when the block ends."""
    if not path.parent.is_dir():
        raise BadInput("没有文件夹 %(folder)s，请先建好。", folder=str(path.parent))
    folder = Path(tempfile.mkdtemp(prefix=".chainmatch-", dir=path.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _exists(path: Path) -> Conflict:
    return Conflict("%(path)s 已经存在，没有覆盖。要覆盖请加 --force。", path=str(path))
