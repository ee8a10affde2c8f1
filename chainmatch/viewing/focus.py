"""What a view is of: a chain, a product, an industry, an enterprise, or what to choose first."""

from dataclasses import dataclass, replace
from datetime import date

from chainmatch.choosing.enterprise_names import offer_named
from chainmatch.choosing.node_choice import NOTHING, find_named
from chainmatch.choosing.region_choice import check_region
from chainmatch.i18n import gettext, pick
from chainmatch.viewing.wanted import INDUSTRIES, Wanted
from graph.domain.codes import bracketed_code, name_with_code
from graph.domain.enterprise import Enterprise
from graph.domain.explored import Layer, Scope
from graph.domain.recommendation import Place
from graph.search.nodes import NamedNodes
from graph.store import Store
from graph.store.map import choices, enterprises, explorer
from graph.store.map.choices import Choice
from graph.store.map.explored import FoundNode
from graph.viewing.keeping import keep

MOST_CENTRES = 12


@dataclass(frozen=True)
class Focus:
    """What the view is of: its name, or what has to be chosen first.

    ``typed`` is how the form writes the centre, ``firms`` are enterprises that may be meant.
    """

    title: str
    scope: Scope | None
    found: NamedNodes = NOTHING
    firms: tuple[Place, ...] = ()
    offered: tuple[FoundNode, ...] = ()
    typed: str = ""
    is_missing: bool = False


@dataclass(frozen=True)
class Centres:
    """What a typed name may mean."""

    nodes: NamedNodes
    firms: tuple[Place, ...]


def find_focus(store: Store, wanted: Wanted, *, today: date, is_staff: bool) -> Focus:
    """Find what a view is of: a centre before a chain, else the first chain, else industries.

    Raises NotFound for a region that is not on the map.
    """
    check_region(store, wanted.region)
    scope = _scope(wanted, is_staff)
    if wanted.centre:
        return _around(store, wanted.centre, scope, today, is_staff)
    open_to = list_open_chains(store, is_staff=is_staff)
    code = wanted.chain or (open_to[0].code if open_to else INDUSTRIES)
    if code == INDUSTRIES:
        return Focus(gettext("全部行业"), scope, offered=_offered(store, wanted.at))
    chain = next((each for each in open_to if each.code == code), None)
    if chain is None:
        return Focus(gettext("没有这条产业链"), None, is_missing=True)
    return Focus(pick(chain.name, chain.name_en), replace(scope, chain=code))


def offer_centres(store: Store, typed: str, *, today: date, is_staff: bool) -> Centres:
    """List the nodes and enterprises that a text may mean, likeliest first."""
    nodes = find_named(store, typed, today=today, is_staff=is_staff)
    return Centres(nodes, tuple(offer_named(store, typed, today)))


def list_open_chains(store: Store, *, is_staff: bool) -> list[Choice]:
    """List the chains that a person may look at: drafts are for the staff."""
    return choices.list_chain_choices(store, only_published=not is_staff)


def _offered(store: Store, at: date) -> tuple[FoundNode, ...]:
    return keep(
        store,
        ("centres", at),
        lambda: tuple(explorer.list_centres(store, at=at, limit=MOST_CENTRES)),
    )


def _around(store: Store, typed: str, scope: Scope, today: date, is_staff: bool) -> Focus:
    firm = enterprises.find_enterprise(store, bracketed_code(typed) or typed)
    if firm is not None:
        return _around_firm(firm, scope)
    found = find_named(store, typed, today=today, is_staff=is_staff)
    if len(found.exact) == 1:
        node = found.exact[0]
        told = replace(scope, centre=node.code)
        return Focus(pick(node.name, node.name_en), told, typed=str(node))
    firms = offer_named(store, typed, today)
    named = [each for each in firms if typed in {each.name, each.name_en}]
    if len(named) == 1 and not found.exact:
        firm = enterprises.find_enterprise(store, named[0].code)
        if firm is not None:
            return _around_firm(firm, scope)
    return Focus(gettext("请选择中心"), None, found, tuple(firms), typed=typed)


def _around_firm(firm: Enterprise, scope: Scope) -> Focus:
    typed = name_with_code(firm.name, firm.code)
    return Focus(pick(firm.name, firm.name_en), replace(scope, firm=firm.code), typed=typed)


def _scope(wanted: Wanted, is_staff: bool) -> Scope:
    hidden = wanted.layer == Layer.PROJECTS and not is_staff
    return Scope(
        wanted.at,
        Layer.SUPPLY if hidden else wanted.layer,
        depth=wanted.depth,
        region=wanted.region,
        stage=wanted.stage,
    )
