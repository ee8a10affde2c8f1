"""From the form of a project's card to the records."""

from typing import Any

from chainmatch.projects.forms import CARD_FIELDS, CardForm, NewForm
from graph.domain.projects.project import Agreement, PartyRole, Project, Signing, SigningKind
from graph.domain.sources import OFFICE
from graph.store.project_records import new_id
from graph.store.projects import Ties


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


def ties_of(form: CardForm) -> Ties:
    """Return what the project is tied to."""
    parties = tuple((form[role.value].data, role) for role in PartyRole if form[role.value].data)
    return Ties(node=form.node.data, region=form.region.data, parties=parties)


def new_project(form: NewForm, code: str) -> dict[str, Any]:
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
        "ties": ties_of(form),
        "stage": form.stage.data,
        "day": form.day.text,
        "signing": signing,
    }
