"""From the form of a project's card to the records."""

from dataclasses import replace
from datetime import date
from typing import Any

from chainmatch.choosing.enterprise_names import offer_named
from chainmatch.rooms.projects.forms import CARD_FIELDS, CardForm, NewForm
from chainmatch.rooms.projects.naming import offer_nodes, read_code, written
from graph.domain.projects.project import Agreement, PartyRole, Project, Signing, SigningKind
from graph.domain.sources import OFFICE
from graph.store import Store
from graph.store.desk import requests
from graph.store.followup.project_records import new_id
from graph.store.followup.project_ties import Ties


def card_of(form: CardForm, code: str, source: str, version: int) -> Project:
    """Return the card that was typed."""
    return Project(
        code,
        source=source,
        version=version,
        total=form.total.data or 0,
        required=form.required.data or 0,
        required_by=form.required_by.text,
        **{name: form[name].data for name in CARD_FIELDS},
    )


def ties_of(store: Store, form: CardForm, at: date) -> Ties:
    """Return what the project is tied to. Raises BadInput for a name that nothing has."""
    parties = [
        (read_code(store, typed or "", offer_named, at), role)
        for role in PartyRole
        for typed in form[role.value].data
    ]
    return Ties(
        node=read_code(store, form.node.data, offer_nodes, at),
        region=form.region.data or "",
        parties=tuple(dict.fromkeys(each for each in parties if each[0])),
    )


def begun(store: Store, request_id: str) -> dict[str, Any]:
    """Return what a new project's form knows already where a meeting request led to it."""
    if not request_id:
        return {}
    asked = requests.find_request(store, request_id)
    return {
        "request": asked.id,
        "investor": [written(asked.asker)],
        "partner": [written(asked.partner)],
    }


def new_project(store: Store, form: NewForm, code: str, at: date) -> dict[str, Any]:
    """Return a new project's card, ties, first stage and signing."""
    signing = Signing(
        new_id(),
        SigningKind.FIRST,
        form.day.text,
        form.amount.data or 0,
        Agreement(form.agreement.data),
        form.event.data,
    )
    return {
        "card": card_of(form, code, OFFICE, 0),
        "ties": replace(ties_of(store, form, at), request=form.request.data or ""),
        "stage": form.stage.data,
        "day": form.day.text,
        "signing": signing,
    }
