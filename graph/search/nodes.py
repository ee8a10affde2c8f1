"""Chain nodes by what a person types into a form: a code, a name, or something like it."""

from dataclasses import dataclass

from graph.domain.codes import bracketed_code
from graph.naming import match_key
from graph.search.query import any_part_of, read_words
from graph.search.side import find_made
from graph.store import Store
from graph.store.map import node_names
from graph.store.map import search as records
from graph.store.map.node_names import NamedNode

MOST = 8


@dataclass(frozen=True)
class NamedNodes:
    """``exact``: those of this very code or name; ``near``: others to offer, best first."""

    exact: tuple[NamedNode, ...]
    near: tuple[NamedNode, ...]


def find_nodes(store: Store, text: str, *, at: str, only_published: bool = False) -> NamedNodes:
    """Find the nodes that a text means; a code in square brackets at its end stands alone.

    ``only_published`` leaves chains unnamed that are not public.
    """
    text, told = text.strip(), {"at": at, "only_published": only_published}
    if code := bracketed_code(text):
        return NamedNodes(tuple(node_names.list_named(store, [code], **told)), ())
    found = node_names.list_named(store, _codes(store, text), **told)
    exact = tuple(node for node in found if text in {node.code, node.name, node.name_en})
    near = tuple(node for node in found if node not in exact)
    return NamedNodes(exact, near[:MOST])


def _codes(store: Store, text: str) -> list[str]:
    words = read_words(text)
    if not words:
        return []
    alike = node_names.list_codes_by_key(store, match_key(text), limit=MOST)
    made = [node.code for node in find_made(store, words)]
    near = records.list_nearest(store, "ChainNode", any_part_of(words), limit=MOST)
    return list(dict.fromkeys([text, *alike, *made, *(place.code for place in near)]))
