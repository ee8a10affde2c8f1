"""Chain nodes by their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.domain.codes import name_with_code
from graph.store.connection import Store
from graph.store.cypher.map import node_names as cypher


@dataclass(frozen=True)
class NamedNode:
    """A chain node with the names of the chains it stands in."""

    code: str
    name: str
    name_en: str = ""
    chains: tuple[str, ...] = ()

    def __str__(self) -> str:
        """How a form writes it, so that nothing else can be meant."""
        return name_with_code(self.name, self.code)


def list_codes_by_key(store: Store, key: str, *, limit: int) -> list[str]:
    """List the codes of nodes whose names have this match key (``graph.naming.match_key``)."""
    return [row["code"] for row in store.read(cypher.LIST_BY_KEY, key=key, limit=limit)]


def list_named(
    store: Store, codes: Sequence[str], *, at: str, only_published: bool = False
) -> list[NamedNode]:
    """List the nodes of these codes in their order; unknown codes are left out.

    ``only_published`` leaves chains unnamed that are not public.
    """
    asked = {"codes": list(codes), "at": at, "only_published": only_published}
    rows = store.read(cypher.LIST_NAMED, **asked)
    found = {
        row["code"]: NamedNode(
            row["code"], row["name"], row["name_en"] or "", tuple(sorted(row["chains"]))
        )
        for row in rows
    }
    return [found[code] for code in codes if code in found]
