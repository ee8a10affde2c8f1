"""All that a ranker may learn of two enterprises: what was said, and what became of them."""

from typing import LiteralString

from graph.domain.conference.meetings import MeetingState
from graph.domain.conference.parties import WishKind
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.store.connection import Store
from graph.store.cypher.desk import pair_outcomes as cypher
from graph.store.desk.feedback import list_records

WANTED = (WishKind.MUST, WishKind.WOULD)


def list_judgements(store: Store) -> list[Judgement]:
    """List what was ever judged, then wishes to meet, meetings held and projects signed.

    What was held and signed stands for both sides and names no list: whoever weighs it looks where
    the pair was shown before.
    """
    return [
        *list_records(store),
        *_list_wished(store),
        *_list_pairs(store, FeedbackKind.MET, cypher.LIST_MET, held=MeetingState.HELD.value),
        *_list_pairs(store, FeedbackKind.SIGNED, cypher.LIST_SIGNED),
    ]


def _list_wished(store: Store) -> list[Judgement]:
    """Return wishes that came from a list as requests: at a conference this is how one asks."""
    rows = store.read(cypher.LIST_WISHED, kinds=[kind.value for kind in WANTED])
    return [
        Judgement(
            FeedbackKind.REQUESTED,
            row["asker"],
            row["partner"],
            row["by"],
            Shown(row["role"], row["version"], row["rank"] or 0),
        )
        for row in rows
    ]


def _list_pairs(
    store: Store, kind: FeedbackKind, statement: LiteralString, **told: str
) -> list[Judgement]:
    rows = store.read(statement, **told)
    return [Judgement(kind, row["asker"], row["partner"], by="") for row in rows]
