"""What a query names besides enterprises: chain nodes, products and chains."""

from dataclasses import dataclass

from graph.naming import match_key, simplify
from graph.naming.pinyin import full_pinyin, initials
from graph.search.query import all_of
from graph.store import Store
from graph.store import search as records
from graph.store.choices import Choice, list_chain_choices
from graph.store.search import NodeHit

MOST_NODES = 8
MOST_CHAINS = 5


@dataclass(frozen=True)
class Group:
    """Matched chain nodes and products, and chains."""

    nodes: tuple[NodeHit, ...]
    chains: tuple[Choice, ...]

    def __bool__(self) -> bool:
        return bool(self.nodes or self.chains)


def find_group(store: Store, words: tuple[str, ...], *, at: str) -> Group:
    """Find the nodes and chains whose names hold all words; nothing without words."""
    if not words:
        return Group((), ())
    word = match_key(words[0]) if len(words) == 1 else "".join(words)
    nodes = records.list_nodes(store, all_of(words), word, limit=MOST_NODES, at=at)
    chains = [chain for chain in list_chain_choices(store) if _is_named(chain, words)]
    return Group(tuple(nodes), tuple(chains[:MOST_CHAINS]))


def _is_named(chain: Choice, words: tuple[str, ...]) -> bool:
    name = simplify(chain.name)
    spellings = (full_pinyin(name), initials(name), *chain.name_en.lower().split())
    return all(
        word in name or any(spelling.startswith(word) for spelling in spellings) for word in words
    )
