"""What a search tells of chains: those that are not public yet only to the staff."""

from collections.abc import Mapping
from dataclasses import replace

from graph.domain.account import Account
from graph.domain.recommendation import Place
from graph.domain.search import Facet, Wanted
from graph.search import Result
from graph.store import Store
from graph.store.map.choices import list_chain_choices


def visible_chains(store: Store, viewer: Account) -> dict[str, Place]:
    """Return the chains that the viewer may see, by code."""
    choices = list_chain_choices(store, only_published=not viewer.sees_drafts)
    return {each.code: Place(each.code, each.name, each.name_en) for each in choices}


def within(wanted: Wanted, chains: Mapping[str, Place]) -> Wanted:
    """Leave out chains that the address asks for and the viewer may not see."""
    chosen = wanted.selection.get(Facet.CHAIN, frozenset())
    if chosen <= chains.keys():
        return wanted
    return replace(wanted, selection={**wanted.selection, Facet.CHAIN: chosen & chains.keys()})


def counting(result: Result, chains: Mapping[str, Place]) -> Result:
    """Count only chains that the viewer may see."""
    counts = {code: total for code, total in result.counts[Facet.CHAIN].items() if code in chains}
    return replace(result, counts={**result.counts, Facet.CHAIN: counts})
