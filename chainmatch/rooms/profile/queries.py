"""What the pages of the profile room show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chainmatch.choosing.region_choice import shown_region
from chainmatch.formats import percent, today
from chainmatch.i18n import gettext, pick
from chainmatch.rooms.profile.labels import FIELDS, HISTORY, SIZES
from chainmatch.web import Page
from chainmatch.wording.map_names import certification_list
from graph.domain.audit import AuditEntry
from graph.domain.clock import date_text
from graph.domain.contact import Contact
from graph.domain.enterprise import Enterprise
from graph.domain.enterprise_links import Product
from graph.domain.profile import Basics, Completeness, OwnProduct, judge
from graph.domain.proposal import Proposal
from graph.errors import NotFound
from graph.store import Store, audit
from graph.store.desk import listings, own_profiles, proposals
from graph.store.map import enterprises, node_names
from graph.store.map.choices import list_chain_choices
from graph.store.people import contacts

ROWS = 20
PROPOSALS = 20


@dataclass(frozen=True)
class ProfilePage:
    """All that an enterprise tells of itself."""

    enterprise: Enterprise
    basics: Basics
    version: int
    region: str
    products: list[Product]
    contacts: list[Contact]
    proposals: list[Proposal]
    completeness: Completeness


@dataclass(frozen=True)
class Change:
    """An act on record: ``lines`` are (what, before, after) in words."""

    entry: AuditEntry
    words: str
    lines: list[tuple[str, str, str]]


@dataclass(frozen=True)
class History:
    """A page of what was changed."""

    enterprise: Enterprise
    changes: list[Change]
    page: Page


@dataclass(frozen=True)
class ProposalList:
    """A page of proposals that wait."""

    rows: list[Proposal]
    page: Page


def show_profile(store: Store, code: str, *, today: date) -> ProfilePage:
    """Read all that an enterprise tells of itself. Raises NotFound."""
    profile = own_profiles.find_profile(store, code)
    products = enterprises.list_products(store, code, at=today, only_published=True)
    called = contacts.list_contacts(store, code)
    own = tuple(OwnProduct(each.code, each.share, each.capacity) for each in products)
    posted = listings.count_of(store, code)
    return ProfilePage(
        the_enterprise(store, code),
        profile.basics,
        profile.version,
        shown_region(store, profile.basics.region),
        products,
        called,
        proposals.list_of(store, code, limit=PROPOSALS),
        judge(profile.basics, own, contacts=len(called), listings=posted),
    )


def show_history(store: Store, code: str, *, number: int) -> History:
    """Read what was changed, the latest first."""
    page = Page(number, ROWS, audit.count_about(store, code, HISTORY.keys()))
    entries = audit.list_about(store, code, HISTORY.keys(), skip=page.offset, limit=ROWS)
    names = _node_names(store, entries)
    return History(the_enterprise(store, code), [_change(each, names) for each in entries], page)


def list_proposals(store: Store, *, number: int) -> ProposalList:
    """List proposals that wait, the longest waiting first."""
    page = Page(number, ROWS, proposals.count_waiting(store))
    return ProposalList(proposals.list_waiting(store, skip=page.offset, limit=ROWS), page)


def the_enterprise(store: Store, code: str) -> Enterprise:
    """Return the enterprise. Raises NotFound."""
    found = enterprises.find_enterprise(store, code)
    if found is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    return found


def find_product(store: Store, code: str, node: str, *, today: date) -> Product | None:
    """Return what is known of a product of an enterprise, or None."""
    made = enterprises.list_products(store, code, at=today, only_published=True)
    return next((each for each in made if each.code == node), None)


def chain_choices(store: Store) -> list[tuple[str, str]]:
    """List all chains for those who decide on a proposal, none first."""
    chains = [
        (each.code, pick(each.name, each.name_en))
        for each in list_chain_choices(store, only_published=False)
    ]
    return [("", gettext("暂不归入")), *chains]


def _node_names(store: Store, entries: Sequence[AuditEntry]) -> dict[str, str]:
    told = [
        side["node"] for each in entries for side in (each.before, each.after) if "node" in side
    ]
    found = node_names.list_named(store, list(dict.fromkeys(told)), at=date_text(today()))
    return {node.code: pick(node.name, node.name_en) for node in found}


def _change(entry: AuditEntry, nodes: Mapping[str, str]) -> Change:
    keys = [key for key in FIELDS if key in entry.before or key in entry.after]
    told = (
        (
            gettext(FIELDS[key]),
            _written(key, entry.before.get(key), nodes),
            _written(key, entry.after.get(key), nodes),
        )
        for key in keys
    )
    lines = [line for line in told if any(line[1:])]
    return Change(entry, gettext(HISTORY[_verb(entry)]), lines)


def _verb(entry: AuditEntry) -> Any:
    return next(verb for verb in HISTORY if verb == entry.verb)


def _written(key: str, value: Any, nodes: Mapping[str, str]) -> str:
    if value in (None, "", []):
        return ""
    if key == "node":
        return nodes.get(value, value)
    if key == "share":
        return percent(value)
    if key == "certifications":
        return certification_list(value)
    if key == "size" and value in SIZES:
        return gettext(SIZES[value])
    return str(value)
