"""Whether meetings were held and what came of them, in the graph."""

from dataclasses import dataclass

from graph.domain.conference.meetings import SIDES, MeetingOutcome, MeetingState, Outcome
from graph.errors import NotFound
from graph.store.connection import Row, Store
from graph.store.cypher.conference import meeting_outcomes as cypher


@dataclass(frozen=True)
class SignedProject:
    """A project signed at a conference; ``total`` is its investment in yuan."""

    code: str
    name: str
    total: int


def say_outcome(
    store: Store, code: str, meeting_id: str, *, side: str, outcome: Outcome, note: str
) -> None:
    """Write down what one side (see ``sides``) says came of a meeting. Raises NotFound."""
    values = {f"outcome_{side}": outcome.value, f"note_{side}": note}
    if not store.write(cypher.SAY_OUTCOME, code=code, id=meeting_id, values=values):
        raise NotFound("没有这场会谈，可能已被移走。")


def name_project(store: Store, code: str, meeting_id: str, project: str) -> None:
    """Write down which signed project a meeting led to."""
    store.write(cypher.SAY_OUTCOME, code=code, id=meeting_id, values={"project": project})


def list_outcomes(store: Store, code: str) -> dict[str, MeetingOutcome]:
    """Return by meeting what came of it."""
    return {row["id"]: _outcome(row) for row in store.read(cypher.LIST_OUTCOMES, code=code)}


def list_signed(store: Store, code: str) -> list[SignedProject]:
    """List the projects signed at a conference."""
    return [
        SignedProject(row["code"], row["name"], row["total"] or 0)
        for row in store.read(cypher.LIST_SIGNED, code=code)
    ]


def _outcome(row: Row) -> MeetingOutcome:
    said = {
        side: (Outcome(row[f"outcome_{side}"]), row[f"note_{side}"] or "")
        for side in SIDES
        if row[f"outcome_{side}"]
    }
    return MeetingOutcome(MeetingState(row["state"]), said, row["project"] or "")
