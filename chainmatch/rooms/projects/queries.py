"""What the pages of the projects room show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chainmatch.i18n import gettext, pick
from chainmatch.rooms.projects.filters import NONE_TOLD
from chainmatch.rooms.projects.labels import AGREEMENTS, UNTOLD
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.followup.rulebook import Rulebook
from graph.domain.followup.stages import Stage
from graph.domain.projects.indicators import Dimension, Figure, Indicator
from graph.domain.projects.project import (
    Project,
    Report,
)
from graph.domain.projects.rights import can_keep, can_see_all
from graph.domain.recommendation import Place
from graph.ledger import table
from graph.ledger.day import Day
from graph.ledger.figures import Chains, figures, members_of
from graph.ledger.listing import ListedProject, Wanted, choose, list_page, narrow_to_own
from graph.store import Store
from graph.store.followup import project_records, projects
from graph.store.followup.project_tracks import find_chains
from graph.store.map import choices

ROWS = 20
WAITING = 200


@dataclass(frozen=True)
class LedgerPage:
    """A page of the ledger as of a day, and the figures over all that the filters let pass."""

    at: date
    rows: list[ListedProject]
    page: Page
    figures: Mapping[Indicator, Figure]
    choices: Mapping[Dimension, list[tuple[str, str]]]
    names: Mapping[str, str]


def list_ledger(
    store: Store, actor: Account, wanted: Wanted, *, at: date, order: str, number: int
) -> LedgerPage:
    """List a page of the projects that this person may see, narrowed."""
    day = table.find_day(store, at)
    chains = chains_of(store, day)
    mask = choose(day, narrow_to_own(wanted, actor), chains)
    page = Page(number, ROWS, int(mask.sum()))
    offered = _choices(store, day, chains) if can_see_all(actor) else {}
    return LedgerPage(
        at,
        list_page(day, mask, order=order, skip=page.offset, limit=ROWS),
        page,
        figures(day, mask),
        offered,
        region_names(store),
    )


def find_project(store: Store, code: str) -> Project:
    """Return a project's card. Raises NotFound."""
    return projects.find_project(store, code)


def list_all(
    store: Store, actor: Account, wanted: Wanted, *, at: date, order: str
) -> list[ListedProject]:
    """List all projects that this person may see, narrowed."""
    day = table.find_day(store, at)
    mask = choose(day, narrow_to_own(wanted, actor), chains_of(store, day))
    return list_page(day, mask, order=order, skip=0, limit=None)


def stage_names(book: Rulebook) -> Mapping[str, Stage]:
    """Return the stages and ways out by key, as the rules of a day have them."""
    return {each.key: each for each in (*book.stages.stages, *book.stages.exits)}


def count_waiting(store: Store, actor: Account) -> int:
    """Count the reports that wait for this person's review."""
    return project_records.count_pending(store) if can_keep(actor) else 0


def list_waiting(store: Store) -> list[tuple[Place, Report]]:
    """List the reports that wait for review, each with its project."""
    return project_records.list_pending(store, limit=WAITING)


def chains_of(store: Store, day: Day) -> Chains:
    """Return the chains of all nodes that projects are on."""
    nodes = sorted({track.node for track in day.ledger.tracks if track.node})
    return find_chains(store, nodes, day.at)


def region_names(store: Store) -> dict[str, str]:
    """Name the regions in the reader's language."""
    return {each.code: pick(each.name, each.name_en) for each in choices.list_region_choices(store)}


def chain_names(store: Store) -> dict[str, str]:
    """Name the chains in the reader's language."""
    return {
        each.code: pick(each.name, each.name_en)
        for each in choices.list_chain_choices(store, only_published=False)
    }


def group_names(store: Store, by: Dimension) -> Mapping[str, str]:
    """Name the groups of a dimension; those not named here are named by their key."""
    if by == Dimension.REGION:
        return region_names(store)
    if by == Dimension.CHAIN:
        return chain_names(store)
    if by == Dimension.AGREEMENT:
        return {key.value: gettext(word) for key, word in AGREEMENTS.items()}
    return {}


def group_name(names: Mapping[str, str], key: str) -> str:
    """Name one group."""
    return names.get(key) or key or gettext(UNTOLD)


def _choices(store: Store, day: Day, chains: Chains) -> dict[Dimension, list[tuple[str, str]]]:
    offered = {}
    for by in Dimension:
        names = group_names(store, by)
        members = members_of(day, by, chains)
        offered[by] = [
            (key or NONE_TOLD, group_name(names, key))
            for place, key in enumerate(members.keys)
            if key or (members.group == place).any()
        ]
    return offered
