"""Fittings in the graph. All of this is computed and may be computed anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from graph.domain.chain import NodeKind
from graph.domain.fitting import Fitting, NamedIndustry, NamedNode
from graph.store.bulk.saving import BATCH, batches
from graph.store.connection import Store
from graph.store.cypher.map import fittings as cypher
from graph.store.map.whole_map import read_links, read_nodes


def list_named(store: Store, *, at: str) -> list[NamedNode]:
    """List the nodes that somebody makes or that take part in supply, industries left out."""
    makers = Counter(read_links(store, "MAKES", at=at)["end"])
    supply = read_links(store, "SUPPLIES", at=at)
    uses, materials = Counter(supply["start"]), Counter(supply["end"])
    nodes = read_nodes(store)
    named = zip(nodes["code"], nodes["match_key"], nodes["kind"], strict=True)
    return [
        NamedNode(code, key, makers[code], uses[code], materials[code])
        for code, key, kind in named
        if key and kind != NodeKind.INDUSTRY and makers[code] + uses[code] + materials[code]
    ]


def list_industries(store: Store) -> list[NamedIndustry]:
    """List the industries that have members, with all that those make."""
    wider: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code, above, key in store.read(cypher.LIST_WIDER)[0]["pairs"]:
        wider[code].append((above, key))
    return [
        NamedIndustry(
            row["code"],
            row["match_key"],
            frozenset(row["made"]),
            frozenset(_names_above(row["code"], wider)),
        )
        for row in store.read(cypher.LIST_INDUSTRIES)
        if row["match_key"]
    ]


def _names_above(code: str, wider: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[str]:
    seen, waiting = {code}, [code]
    while waiting:
        for above, key in wider.get(waiting.pop(), ()):
            if above not in seen:
                seen.add(above)
                waiting.append(above)
                yield key


def list_fittings(store: Store) -> list[Fitting]:
    """List all FITS links."""
    return [Fitting(*values) for values in store.read(cypher.LIST_LINKS)[0]["links"]]


def save_fittings(store: Store, fittings: Iterable[Fitting]) -> None:
    """Create these links, or give them their new score."""
    for batch in batches([asdict(each) for each in fittings], BATCH):
        store.write(cypher.SAVE_LINKS, rows=batch)


def delete_fittings(store: Store, fittings: Iterable[Fitting]) -> None:
    """Take these links away."""
    for batch in batches([asdict(each) for each in fittings], BATCH):
        store.write(cypher.DELETE_LINKS, rows=batch)
