"""All that a ranker may learn of two enterprises: what was said, and what became of them."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from graph.domain.clock import instant_text
from graph.domain.conference.meetings import MeetingState
from graph.domain.conference.parties import WishKind
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.domain.meeting_request import Outcome, RequestState
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.desk import pair_outcomes as cypher
from graph.store.desk.feedback import list_records

WANTED = (WishKind.MUST, WishKind.WOULD)
KEPT = (FeedbackKind.MET, FeedbackKind.SIGNED)
REQUESTS_SAY: Mapping[FeedbackKind, tuple[Outcome, ...]] = {
    FeedbackKind.MET: (Outcome.TALKS, Outcome.AGREEMENT),
    FeedbackKind.SIGNED: (Outcome.AGREEMENT,),
}
"""Outcomes of a meeting request, either side's, that say so."""


class Became(NamedTuple):
    """What became of a pair, as one side of it was shown the other."""

    kind: FeedbackKind
    asker: str
    partner: str
    shown: Shown


def list_judgements(store: Store) -> list[Judgement]:
    """List what was ever judged, in its order, then wishes to meet that came from a list."""
    return [*list_records(store), *_list_wished(store)]


def keep_outcomes(store: Store, *, at: datetime) -> int:
    """Keep who met and who signed as feedback, and forget what no longer holds.

    It counts for both sides, for each list in which one had judged, wished for or asked the other,
    with the version and rank shown there; for a side that never did, without a list. Taken from
    meetings held at conferences, talks and agreements of meeting requests, and signed projects,
    so that a correction there corrects this too. Returns how many records changed.
    """
    rows = store.read(cypher.LIST_KEPT, kinds=[kind.value for kind in KEPT])
    kept = {_became(FeedbackKind(row["kind"]), row): row["id"] for row in rows}
    became = _list_became(store)
    gone = [name for each, name in kept.items() if each not in became]
    new = [_record(each) for each in became if each not in kept]

    def work(transaction: Transaction) -> None:
        if gone:
            transaction.run(cypher.FORGET, ids=gone)
        if new:
            transaction.run(cypher.KEEP, rows=new, at=instant_text(at))

    if gone or new:
        store.transact(work)
    return len(gone) + len(new)


def _list_became(store: Store) -> list[Became]:
    """Return all pairs that met or signed, both ways, once for each list and kind."""
    concluded = {
        kind: store.read(
            cypher.LIST_CONCLUDED,
            accepted=RequestState.ACCEPTED.value,
            outcomes=[outcome.value for outcome in outcomes],
        )
        for kind, outcomes in REQUESTS_SAY.items()
    }
    pairs = {
        FeedbackKind.MET: store.read(cypher.LIST_MET, held=MeetingState.HELD.value),
        FeedbackKind.SIGNED: store.read(cypher.LIST_SIGNED),
    }
    shown = _lists_by_pair(store)
    found = {
        (kind, *pair): None
        for kind in KEPT
        for row in [*concluded[kind], *pairs[kind]]
        for pair in ((row["asker"], row["partner"]), (row["partner"], row["asker"]))
    }
    return [
        Became(kind, asker, partner, each)
        for kind, asker, partner in found
        for each in shown.get((asker, partner), (Shown(),))
    ]


def _lists_by_pair(store: Store) -> dict[tuple[str, str], tuple[Shown, ...]]:
    """Return where each pair first stood in each role, as one side was shown the other."""
    first: dict[tuple[str, str], dict[str, Shown]] = {}
    for said in list_judgements(store):
        if said.kind not in KEPT and said.shown.role and said.shown.version:
            first.setdefault((said.asker, said.partner), {}).setdefault(said.shown.role, said.shown)
    return {pair: tuple(roles.values()) for pair, roles in first.items()}


def _list_wished(store: Store) -> list[Judgement]:
    """Return wishes that came from a list as requests: at a conference this is how one asks."""
    rows = store.read(cypher.LIST_WISHED, kinds=[kind.value for kind in WANTED])
    return [
        Judgement(FeedbackKind.REQUESTED, row["asker"], row["partner"], row["by"], _shown(row))
        for row in rows
    ]


def _became(kind: FeedbackKind, row: Row) -> Became:
    return Became(kind, row["asker"], row["partner"], _shown(row))


def _shown(row: Row) -> Shown:
    return Shown(row["role"], row["version"], row["rank"] or 0)


def _record(became: Became) -> Row:
    """Return the values of a record; two workers who keep the same name it alike."""
    kind, asker, partner, shown = became
    name = "\n".join((kind.value, asker, partner, shown.role))
    return {
        "id": sha256(name.encode()).hexdigest()[:32],
        "kind": kind.value,
        "asker": asker,
        "partner": partner,
        **asdict(shown),
    }
