"""Favourites and dismissed partners in the graph."""

from datetime import datetime
from typing import LiteralString
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.feedback import MOST_FAVOURITES, FeedbackKind, Judgement, MarkedPartner, Shown
from graph.errors import Conflict
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.desk import feedback as cypher

_STATEMENTS: dict[FeedbackKind, LiteralString] = {
    FeedbackKind.FAVOURED: cypher.FAVOUR,
    FeedbackKind.UNFAVOURED: cypher.UNFAVOUR,
    FeedbackKind.DISMISSED: cypher.DISMISS,
    FeedbackKind.RESTORED: cypher.RESTORE,
}


def judge(store: Store, judgement: Judgement, *, at: datetime) -> bool:
    """Keep a judgement and its record; False where it stood so already.

    Who is dismissed leaves the favourites. Raises Conflict over MOST_FAVOURITES.
    """

    def work(transaction: Transaction) -> bool:
        common = {"asker": judgement.asker, "partner": judgement.partner}
        now = instant_text(at)
        transaction.run(cypher.LOCK, asker=judgement.asker, at=now)
        if judgement.kind == FeedbackKind.FAVOURED:
            _check_room(transaction, judgement.asker)
        said = {"by": judgement.by, "at": now, "reason": judgement.reason}
        if not transaction.run(_STATEMENTS[judgement.kind], **common, **said):
            return False
        if judgement.kind == FeedbackKind.DISMISSED:
            transaction.run(cypher.UNFAVOUR, **common)
        record_within(transaction, judgement, at=at)
        return True

    return store.transact(work)


def record_within(transaction: Transaction, judgement: Judgement, *, at: datetime) -> None:
    """Keep the record of a judgement together with what it is about."""
    transaction.run(
        cypher.RECORD,
        id=uuid4().hex,
        asker=judgement.asker,
        partner=judgement.partner,
        kind=judgement.kind.value,
        by=judgement.by,
        at=instant_text(at),
        reason=judgement.reason,
        role=judgement.shown.role,
        version=judgement.shown.version,
        rank=judgement.shown.rank,
    )


def list_favourites(store: Store, asker: str) -> list[MarkedPartner]:
    """List the shortlist of an enterprise, the latest first."""
    return [
        MarkedPartner(**_marked(row)) for row in store.read(cypher.LIST_FAVOURITES, asker=asker)
    ]


def list_dismissed(store: Store, asker: str) -> list[MarkedPartner]:
    """List whom an enterprise does not want to be shown, the latest first."""
    return [MarkedPartner(**_marked(row)) for row in store.read(cypher.LIST_DISMISSED, asker=asker)]


def list_records(store: Store) -> list[Judgement]:
    """List all that was ever judged, in its order: what a ranker may learn from."""
    return [_judgement(row) for row in store.read(cypher.LIST_RECORDS)]


def _check_room(transaction: Transaction, asker: str) -> None:
    if transaction.run(cypher.COUNT_FAVOURITES, asker=asker)[0]["total"] >= MOST_FAVOURITES:
        raise Conflict("收藏最多 %(most)s 家企业，请先移除不再需要的。", most=MOST_FAVOURITES)


def _marked(row: Row) -> Row:
    return {**row, "name_en": row["name_en"] or ""}


def _judgement(row: Row) -> Judgement:
    said = row["feedback"]
    return Judgement(
        FeedbackKind(said["kind"]),
        row["asker"],
        row["partner"],
        said["by"],
        Shown(said["role"], said["version"], said["rank"]),
        said["reason"],
    )
