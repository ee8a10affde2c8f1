"""Meeting requests and their steps as the graph stores them."""

from typing import Any

from graph.domain.feedback import Shown
from graph.domain.meeting_request import (
    Cited,
    MeetingRequest,
    RequestState,
    Side,
    Step,
    StepKind,
    Terms,
)
from graph.domain.recommendation import Place
from graph.store.connection import Row


def terms_values(terms: Terms) -> dict[str, Any]:
    """Return what was proposed as it is stored."""
    return {
        "message": terms.message,
        "way": terms.way,
        "place": terms.place,
        "times": list(terms.times),
    }


def request_values(request: MeetingRequest) -> dict[str, Any]:
    """Return what a step may change of a request, as it is stored."""
    return {
        **terms_values(request.terms),
        "turn": request.turn.value,
        "awaits": request.at(request.turn).code,
        "state": request.stored_state.value,
        "expires_on": request.expires_on,
        "is_countered": request.is_countered,
        "asker_outcome": request.asker_outcome,
        "partner_outcome": request.partner_outcome,
    }


def shown_values(shown: Shown) -> dict[str, Any]:
    """Return the recommendation that led to a request, as it is stored."""
    return {"shown_role": shown.role, "shown_version": shown.version, "shown_rank": shown.rank}


def _read_terms(stored: Row) -> Terms:
    return Terms(
        stored["message"], stored["way"], stored["place"], tuple(stored.get("times") or ())
    )


def read_step(stored: Row) -> Step:
    """Read a step from its properties."""
    return Step(
        StepKind(stored["kind"]),
        Side(stored["side"]),
        stored["by"],
        stored["at"],
        stored["is_helped"],
        _read_terms(stored),
        stored["choice"],
        stored["words"],
    )


def read_request(row: Row) -> MeetingRequest:
    """Read a request, without its steps, from a row."""
    stored = row["request"]
    return MeetingRequest(
        id=stored["id"],
        asker=Place(stored["asker"], row["asker_name"], row["asker_name_en"] or ""),
        partner=Place(stored["partner"], row["partner_name"], row["partner_name_en"] or ""),
        terms=_read_terms(stored),
        listing=Cited(row["listing"] or "", row["listing_title"] or "", row["listing_kind"] or ""),
        shown=Shown(stored["shown_role"], stored["shown_version"], stored["shown_rank"]),
        turn=Side(stored["turn"]),
        stored_state=RequestState(stored["state"]),
        expires_on=stored["expires_on"],
        version=stored["version"],
        is_countered=stored["is_countered"],
        asker_outcome=stored["asker_outcome"],
        partner_outcome=stored["partner_outcome"],
        created_at=stored["created_at"],
        changed_at=stored["changed_at"],
    )
