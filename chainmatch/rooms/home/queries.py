"""What the home page shows."""

from dataclasses import dataclass

from chainmatch.formats import today
from graph.derive.figures import Figures, find_figures
from graph.domain.account import Account
from graph.domain.chain_summary import ChainSummary
from graph.domain.enterprise import Enterprise
from graph.store import Store
from graph.store.map import chains, enterprises


@dataclass(frozen=True)
class Home:
    """Figures of the map, published chains, and the visitor's own enterprise if there is one."""

    figures: Figures
    chains: list[ChainSummary]
    own: Enterprise | None


def show_home(store: Store, account: Account | None) -> Home:
    """Read the home page of a visitor."""
    own = account.enterprise if account else ""
    return Home(
        find_figures(store),
        chains.list_summaries(store, at=today(), only_published=True),
        enterprises.find_enterprise(store, own) if own else None,
    )
