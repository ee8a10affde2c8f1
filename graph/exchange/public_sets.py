"""The public data sets that ChainMatch can import, by name."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from graph.domain.progress import Progress, silent
from graph.domain.sources import CKG, GDES, TPEX
from graph.exchange.ckg import read_ckg
from graph.exchange.gdes import read_gdes
from graph.exchange.importing import ImportReport, save_records
from graph.exchange.records import MapRecords
from graph.exchange.tpex import read_tpex
from graph.messages import message
from graph.store import Store

READERS: Mapping[str, Callable[[Path, str], MapRecords]] = {
    TPEX: read_tpex,
    CKG: read_ckg,
    GDES: read_gdes,
}


def import_public_set(
    store: Store, name: str, path: Path, *, as_of: str = "", progress: Progress = silent
) -> ImportReport:
    """Read a data set and save it; ``as_of`` (ISO date) overrides the date it bears itself.

    Raises BadInput, with nothing written, where the files cannot be read.
    """
    progress(0, 0, message("正在读取文件"))
    with _without_collector():
        return save_records(store, READERS[name](path, as_of), progress)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Records form no cycles, and the collector would walk hundreds of thousands over and over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
