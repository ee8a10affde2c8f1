"""What a query names besides enterprises: products, chain nodes and chains."""

from dataclasses import dataclass
from heapq import nsmallest

from graph.domain.search import needles
from graph.naming import simplify
from graph.naming.pinyin import full_pinyin, initials
from graph.search.table import NodeHit, find_table
from graph.store import Store
from graph.store.map.choices import Choice, list_chain_choices

MOST_NODES = 8
MOST_CHAINS = 5


@dataclass(frozen=True)
class Group:
    """Matched products and chain nodes that somebody makes, and chains."""

    nodes: tuple[NodeHit, ...]
    chains: tuple[Choice, ...]

    def __bool__(self) -> bool:
        return bool(self.nodes or self.chains)


def find_group(store: Store, words: tuple[str, ...]) -> Group:
    """Find the nodes and chains whose names hold all words; nothing without words.

    The very name comes first, then names that begin so, then those that more enterprises make.
    """
    if not words:
        return Group((), ())
    named = list(find_table(store).nodes)
    for needle in needles(words):
        named = [node for node in named if needle in node.words]
    nodes = nsmallest(MOST_NODES, named, key=lambda node: _place(node, "".join(words)))
    chains = [chain for chain in list_chain_choices(store) if _is_named(chain, words)]
    return Group(tuple(nodes), tuple(chains[:MOST_CHAINS]))


def _place(node: NodeHit, text: str) -> tuple[int, int, int, str]:
    name = simplify(node.name)
    tier = 0 if name == text else 1 if name.startswith(text) else 2
    return tier, -node.makers, len(name), node.code


def _is_named(chain: Choice, words: tuple[str, ...]) -> bool:
    name = simplify(chain.name)
    text = f" {name} {full_pinyin(name)} {initials(name)} {chain.name_en.lower()} "
    return all(needle in text for needle in needles(words))
