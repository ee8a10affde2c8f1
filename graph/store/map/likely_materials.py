"""Likely materials in the graph. All of them are computed and may be computed anew."""

from collections.abc import Sequence
from dataclasses import asdict

from graph.domain.likely_material import LikelyMaterial
from graph.store.bulk.saving import BATCH, batches
from graph.store.connection import Store
from graph.store.cypher.map import likely_materials as cypher


def list_likely(store: Store) -> list[LikelyMaterial]:
    """List all likely materials, those of a product together, the likeliest first."""
    return [LikelyMaterial(**row) for row in store.read(cypher.LIST_LINKS)]


def replace_likely(
    store: Store, links: Sequence[LikelyMaterial], *, version: str, as_of: str
) -> None:
    """Put these links in the place of all there were; ``version`` names the ranker that says so."""
    while store.write(cypher.DELETE_SOME, limit=BATCH)[0]["total"]:
        pass
    for batch in batches([asdict(link) for link in links], BATCH):
        store.write(cypher.SAVE_LINKS, rows=batch, version=version, as_of=as_of)
