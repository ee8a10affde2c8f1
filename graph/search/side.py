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


def find_group(store: Store, words: tuple[str, ...], *, only_published: bool) -> Group:
    """Find the nodes and chains whose names hold all words; nothing without words."""
    if not words:
        return Group((), ())
    chains = list_chain_choices(store, only_published=only_published)
    named = [chain for chain in chains if _is_named(chain, words)]
    return Group(find_made(store, words), tuple(named[:MOST_CHAINS]))


def find_made(store: Store, words: tuple[str, ...]) -> tuple[NodeHit, ...]:
    """Find the nodes that somebody makes and whose names hold all words.

    The very name comes first, then names that begin so, then those that more enterprises make.
    """
    named = list(find_table(store).nodes)
    for needle in needles(words):
        named = [node for node in named if needle in node.words]
    return tuple(nsmallest(MOST_NODES, named, key=lambda node: _place(node, "".join(words))))


def _place(node: NodeHit, text: str) -> tuple[int, int, int, str]:
    name = simplify(node.name)
    tier = 0 if name == text else 1 if name.startswith(text) else 2
    return tier, -node.makers, len(name), node.code


def _is_named(chain: Choice, words: tuple[str, ...]) -> bool:
    name = simplify(chain.name)
    text = f" {name} {full_pinyin(name)} {initials(name)} {chain.name_en.lower()} "
    return all(needle in text for needle in needles(words))
