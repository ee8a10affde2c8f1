"""The road that every import takes: nodes, then links, then what is derived from them.

A reader has understood the whole file before anything is written. Saving is idempotent, so an
import that was stopped is finished by running it again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from graph import derive
from graph.domain.history.change import ChangeKind
from graph.domain.progress import Progress, silent
from graph.exchange.project_rows import save_projects
from graph.exchange.records import Importable, Rereadable
from graph.exchange.rejects import Reject
from graph.exchange.statements import PROJECT
from graph.messages import Message, message
from graph.schema import (
    BELONGS_TO,
    CHAIN,
    CHAIN_NODE,
    CONTROLLED_BY,
    CREDIT_RECORD,
    ENTERPRISE,
    HAS_CREDIT,
    IN_CHAIN,
    IN_GROUP,
    KIND_OF,
    LOCATED_IN,
    MAKES,
    OWNER,
    REGION,
    SUPPLIES,
    TRADES_WITH,
    WITHIN,
)
from graph.store import Store
from graph.store.bulk import maps
from graph.store.bulk.saving import Refused, Saved
from graph.store.history import changes

NODE_STEPS = (
    (REGION.name, message("正在写入地区"), maps.save_regions),
    (CHAIN.name, message("正在写入产业链"), maps.save_chains),
    (CHAIN_NODE.name, message("正在写入链节点"), maps.save_nodes),
    (ENTERPRISE.name, message("正在写入企业"), maps.save_enterprises),
    (OWNER.name, message("正在写入集团和实际控制人"), maps.save_owners),
    (CREDIT_RECORD.name, message("正在写入信用记录"), maps.save_credits),
)
LINK_STEPS = (
    (WITHIN, message("正在写入地区隶属")),
    (LOCATED_IN, message("正在写入企业所在地")),
    (IN_CHAIN, message("正在写入节点所在产业链")),
    (KIND_OF, message("正在写入节点上下级")),
    (SUPPLIES, message("正在写入节点供应")),
    (MAKES, message("正在写入企业产品")),
    (BELONGS_TO, message("正在写入企业所属行业")),
    (TRADES_WITH, message("正在写入供应关系")),
    (IN_GROUP, message("正在写入企业所属集团")),
    (CONTROLLED_BY, message("正在写入企业实际控制人")),
    (HAS_CREDIT, message("正在写入企业的信用记录")),
)
DERIVED_PART = 0.25
"""Part of the bar that the derived data take."""


@dataclass(frozen=True)
class ImportReport:
    """What an import did: for each label and link type how many rows; and what was left out."""

    source: str
    saved: Mapping[str, Saved]
    rejects: tuple[Reject, ...]

    @property
    def total(self) -> Saved:
        """The sum over all kinds."""
        return sum(self.saved.values(), Saved())


def save_records(store: Store, records: Importable, progress: Progress = silent) -> ImportReport:
    """Save all that a reader found and bring the derived data in line with it.

    ``progress`` counts rows over all phases and may raise Cancelled between batches.
    """
    with changes.telling_run(store, ChangeKind.IMPORTED, records.source) as counts:
        work = _Import(store, records, progress, counts)
        for name, note, save in NODE_STEPS:
            work.save(name, note, work.nodes(name), partial(save, store))
        for link, note in LINK_STEPS:
            rows = records.links.get(link.name, [])
            work.save(link.name, note, rows, partial(maps.save_links, store, link))
        projects = records.links.get(PROJECT, [])
        work.save(PROJECT, message("正在写入签约项目"), projects, partial(save_projects, store))
        work.derive()
    return ImportReport(records.source, work.saved, (*records.rejects, *work.rejects))


class _Import:
    def __init__(
        self, store: Store, records: Importable, progress: Progress, counts: dict[str, Any]
    ) -> None:
        self._store = store
        self._records = records
        self._progress = progress
        self._done = 0
        self._total = int(records.total / (1 - DERIVED_PART)) + 1
        self.saved: dict[str, Saved] = {}
        self.rejects: list[Reject] = []
        self._counts = counts

    def nodes(self, name: str) -> Rereadable:
        return {
            REGION.name: self._records.regions,
            CHAIN.name: self._records.chains,
            CHAIN_NODE.name: self._records.nodes,
            ENTERPRISE.name: self._records.enterprises,
            OWNER.name: self._records.owners,
            CREDIT_RECORD.name: self._records.credits,
        }[name]

    def save(
        self, name: str, note: Message, records: Rereadable, save: Callable[..., Saved]
    ) -> None:
        if not records:
            return
        start = self._done
        self._progress(start, self._total, note)

        def step(done: int) -> None:
            self._progress(start + done, self._total, note)

        saved = save((record.values for record in records), step=step)
        self.rejects += _rejects(records, saved.refused)
        self.saved[name] = replace(saved, refused=())
        self._counts[name] = [saved.created, saved.changed, saved.unchanged]
        self._done += len(records)

    def derive(self) -> None:
        start, left = self._done, self._total - self._done

        def step(done: int, total: int, note: Message) -> None:
            self._progress(start + left * done // max(total, 1), self._total, note)

        derive.refresh(self._store, step)
        self._progress(self._total, self._total, message("导入完成"))


def _rejects(records: Rereadable, refused: Sequence[Refused]) -> list[Reject]:
    """Find the refused rows again, in the order in which they stand."""
    by_place = {each.place: each for each in refused}
    if not by_place:
        return []
    placed = enumerate(records)
    return [row.reject(by_place[place]) for place, row in placed if place in by_place]
