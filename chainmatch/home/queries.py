"""What the home page shows."""

from dataclasses import dataclass

from graph.domain.account import Account
from graph.domain.enterprise import Enterprise
from graph.store import Store, chains, enterprises, map_size
from graph.store.chains import ChainSummary
from graph.store.map_size import MapSize


@dataclass(frozen=True)
class Home:
    """Figures of the map, published chains, and the visitor's own enterprise if there is one."""

    size: MapSize
    chains: list[ChainSummary]
    own: Enterprise | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been brought into the map yet."""
        return not (self.size.enterprises or self.size.chain_nodes or self.size.chains)


def show_home(store: Store, account: Account | None) -> Home:
    """Read the home page of a visitor."""
    own = account.enterprise if account else ""
    return Home(
        map_size.find_map_size(store),
        chains.list_published(store),
        enterprises.find_enterprise(store, own) if own else None,
    )
