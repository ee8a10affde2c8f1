"""Signed projects in the graph: their cards and what they are tied to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.projects.project import Party, PartyRole, Project
from graph.domain.projects.track import Track
from graph.domain.recommendation import Place
from graph.errors import Conflict, NotFound
from graph.store.connection import Store, Transaction
from graph.store.cypher.followup import projects as cypher
from graph.store.followup import project_tracks
from graph.store.followup.project_ties import TIES, Ties, tie

CARD = (
    "name",
    "name_en",
    "total",
    "required",
    "required_by",
    "unit",
    "contact",
    "leader",
    "event",
    "summary",
)
"""Properties of the card that people change."""
TEXTS = tuple(name for name in CARD if name not in {"total", "required"})
OWNED = ("HAS_MILESTONE", "HAS_SIGNING", "RECEIVED", "HAS_PROBLEM", "REPORTED", "HAS_ORDER")
"""Links to records that go with their project."""
BATCH = 2000


def note(transaction: Transaction, tracks: Sequence[Track]) -> None:
    """Note what changed, last in each transaction: every process then reads it anew."""
    row = transaction.run(cypher.BUMP)[0]
    recent = project_tracks.remember(row, [track.code for track in tracks])
    transaction.run(cypher.SAVE_RECENT, **recent)
    project_tracks.save_tracks(transaction, tracks, row["number"])


def change_project(
    store: Store,
    code: str,
    work: Callable[[Transaction, int], None],
    *,
    version: int | None,
    at: datetime,
) -> None:
    """Do something to a project that nobody else changes meanwhile.

    ``work`` is given the project's new version. Raises NotFound, and Conflict where ``version``
    is told and no longer the present one.
    """

    def run(transaction: Transaction) -> None:
        if not transaction.run(cypher.LOCK, code=code, at=instant_text(at)):
            raise _no_project(code)
        raised = transaction.run(cypher.RAISE_VERSION, code=code, version=version)
        if not raised:
            raise Conflict("您打开之后，这个项目已被别人修改。请核对最新内容后再操作。")
        work(transaction, raised[0]["version"])
        note(transaction, [project_tracks.gather(transaction, code)])

    store.transact(run)


def save_card(store: Store, project: Project, ties: Ties, *, at: datetime) -> None:
    """Replace a project's card and its ties, but not where it came from.

    Raises NotFound, Conflict (see ``change_project``).
    """

    def work(transaction: Transaction, _version: int) -> None:
        transaction.run(cypher.CHANGE, code=project.code, values=card_values(project))
        for statement in (cypher.UNLINK_PARTIES, cypher.UNLINK_NODES, cypher.UNLINK_REGIONS):
            transaction.run(statement, code=project.code)
        tie(transaction, [(project, ties)], TIES[:3])

    change_project(store, project.code, work, version=project.version, at=at)


def card_values(project: Project) -> dict[str, Any]:
    """Return the properties that people change."""
    return {name: getattr(project, name) for name in CARD}


def find_project(store: Store, code: str) -> Project:
    """Return the card of a project. Raises NotFound."""
    row = store.read_one(cypher.FIND, code=code)
    if row is None:
        raise _no_project(code)
    parties = store.read(cypher.LIST_PARTIES, code=code)
    stored = row["project"]
    return Project(
        code=stored["code"],
        source=stored["source"],
        version=stored["version"],
        total=stored.get("total") or 0,
        required=stored.get("required") or 0,
        node=_place(row["node"]),
        region=_place(row["region"]),
        origin=_place(row["conference"]) or _origin(store, code),
        parties=tuple(
            Party(each["code"], each["name"], each["name_en"] or "", PartyRole(each["role"]))
            for each in parties
        ),
        **{name: str(stored.get(name) or "") for name in TEXTS},
    )


@dataclass(frozen=True)
class LedgerCard:
    """What a ledger's row tells of a project beside its track; ``reasons``: (day, why) of moves."""

    contact: str = ""
    leader: str = ""
    parties: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


def list_cards(store: Store, codes: Sequence[str]) -> dict[str, LedgerCard]:
    """Return what else the rows of a ledger tell of these projects, by code."""
    found: dict[str, LedgerCard] = {}
    for start in range(0, len(codes), BATCH):
        for row in store.read(cypher.LIST_CARDS, codes=list(codes[start : start + BATCH])):
            found[row["code"]] = LedgerCard(
                row["contact"] or "",
                row["leader"] or "",
                tuple(sorted((role, code) for role, code in row["parties"])),
                tuple(sorted(row["problems"])),
                tuple((day, why or "") for day, _number, why in sorted(row["moves"])),
            )
    return found


def count_projects(store: Store) -> int:
    """Count all projects."""
    return store.read(cypher.COUNT)[0]["total"]


def remove_source(store: Store, source: str) -> int:
    """Remove the projects of a source with their records; return how many went."""
    removed = 0
    while rows := store.read(cypher.LIST_OF_SOURCE, source=source, limit=BATCH):
        codes = [row["code"] for row in rows]
        store.transact(lambda transaction, codes=codes: _delete(transaction, codes))
        removed += len(codes)
    return removed


def _delete(transaction: Transaction, codes: list[str]) -> None:
    transaction.run(cypher.DELETE_RECORDS, codes=codes, owned=list(OWNED))
    transaction.run(cypher.DELETE, codes=codes)
    transaction.run(cypher.RENEW_EPOCH, epoch=uuid4().hex)


def _origin(store: Store, code: str) -> Place | None:
    row = store.read_one(cypher.FIND_ORIGIN, code=code)
    return Place(row["id"], row["label"]) if row else None


def _place(told: list[Any] | None) -> Place | None:
    return Place(told[0], told[1], told[2] or "") if told else None


def _no_project(code: str) -> NotFound:
    return NotFound("没有编号为 %(code)s 的项目。", code=code)
