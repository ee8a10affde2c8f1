"""Signed projects on the chain map: a project in production is a link that its maker makes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from graph.domain.feedback import FeedbackKind, Judgement
from graph.domain.history.change import Change, ChangeKind
from graph.domain.projects.project import Party, PartyRole
from graph.domain.sources import PROJECT
from graph.schema import MAKES, OPEN_END
from graph.store.bulk.maps import save_links
from graph.store.connection import Store, Transaction
from graph.store.cypher.followup import project_chain as cypher
from graph.store.desk.feedback import record_within
from graph.store.history.changes import record_changes

Made = tuple[str, str]
"""Maker and node."""


def list_parties(store: Store, codes: Sequence[str]) -> dict[str, list[Party]]:
    """List who signed these projects, by project."""
    found: dict[str, list[Party]] = {}
    for row in store.read(cypher.LIST_PARTIES, codes=list(codes)) if codes else ():
        party = Party(row["code"], row["name"], row["name_en"] or "", PartyRole(row["role"]))
        found.setdefault(row["project"], []).append(party)
    return found


def list_made(store: Store, nodes: Sequence[str]) -> set[Made]:
    """List what projects made real at these nodes and still holds."""
    rows = store.read(cypher.LIST_MADE, nodes=list(nodes), source=PROJECT, end=OPEN_END)
    return {(row["maker"], row["node"]) for row in rows}


def save_made(store: Store, made: Mapping[Made, str]) -> None:
    """Say on the map who makes what, each from the day on which its project began to produce."""
    save_links(
        store,
        MAKES,
        (
            {"start": maker, "end": node, "source": PROJECT, "as_of": day, "confidence": 1.0}
            for (maker, node), day in made.items()
        ),
    )


def end_made(store: Store, made: Iterable[Made], *, day: date) -> None:
    """Say that this is over from a day on: the project was taken back or given up."""
    rows = [{"maker": maker, "node": node} for maker, node in made]
    told = {"rows": rows, "source": PROJECT, "end": OPEN_END, "day": day.isoformat()}
    before, after = {"valid_to": OPEN_END}, {"valid_to": told["day"]}
    ends = [(row["maker"], row["node"]) for row in rows]

    def work(transaction: Transaction) -> None:
        lines = [
            Change(ChangeKind.CLOSED, MAKES.name, *pair, PROJECT, before, after) for pair in ends
        ]
        record_changes(transaction, lines)
        transaction.run(cypher.END_MADE, **told)

    if rows:
        store.transact(work)


def record_landed(store: Store, pairs: Sequence[tuple[str, str]], *, at: datetime) -> None:
    """Let the ranker learn that these two landed a project together."""

    def work(transaction: Transaction) -> None:
        for asker, partner in pairs:
            judgement = Judgement(FeedbackKind.LANDED, asker, partner, by="")
            record_within(transaction, judgement, at=at)

    if pairs:
        store.transact(work)


def list_met(store: Store, code: str) -> set[str]:
    """List the enterprises that those who signed a project have met or agreed to meet."""
    statements = (cypher.LIST_ASKED, cypher.LIST_SEATED)
    return {row["code"] for statement in statements for row in store.read(statement, code=code)}
