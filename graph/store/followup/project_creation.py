"""New projects with all that is known of them: from a form one, from an office's ledger many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.domain.projects.project import Project
from graph.domain.projects.track import Track
from graph.store.bulk.saving import batches
from graph.store.connection import Store, Transaction
from graph.store.cypher.followup import project_records
from graph.store.cypher.followup import projects as cypher
from graph.store.followup import project_tracks
from graph.store.followup.project_ties import Ties, tie
from graph.store.followup.projects import BATCH, card_values, note

Records = Mapping[str, Sequence[Mapping[str, Any]]]
"""Records by kind (see ``cypher/project_records.py``), each with its id."""


@dataclass(frozen=True)
class NewProject:
    """A project to create with all that is known of it."""

    card: Project
    ties: Ties
    records: Records = field(default_factory=dict)


def create_projects(store: Store, projects: Iterable[NewProject]) -> None:
    """Save new projects with their records, some thousand in one transaction.

    Raises Conflict where a code is taken, NotFound where a tie leads nowhere; then none of the
    batch is saved.
    """
    for batch in batches(projects, BATCH):
        store.transact(lambda transaction, batch=batch: _create(transaction, batch))


def _create(transaction: Transaction, projects: Sequence[NewProject]) -> None:
    rows = [
        {"code": each.card.code, "source": each.card.source, "values": card_values(each.card)}
        for each in projects
    ]
    transaction.run(cypher.CREATE, rows=rows)
    tie(transaction, [(each.card, each.ties) for each in projects])
    for kind, statement in project_records.CREATE.items():
        records = [
            {"code": project.card.code, "id": record["id"], "values": dict(record)}
            for project in projects
            for record in project.records.get(kind, ())
        ]
        if records:
            transaction.run(statement, rows=records)
    note(transaction, [_track_of(each) for each in projects])


def _track_of(project: NewProject) -> Track:
    card, ties, records = project.card, project.ties, project.records
    told = {
        **asdict(card),
        "region": ties.region,
        "node": ties.node,
        "parties": [code for code, _role in ties.parties],
        "signings": _columns(records, "signings", "date", "kind", "amount", "agreement"),
        "arrivals": _columns(records, "arrivals", "date", "amount"),
        "reports": _columns(records, "reports", "date", "progress"),
    }
    names = ("effective", "number", "change", "stage", "date")
    return project_tracks.make_track(told, _columns(records, "milestones", *names))


def _columns(records: Records, kind: str, *names: str) -> list[list[Any]]:
    return [[record.get(name) for name in names] for record in records.get(kind, ())]
