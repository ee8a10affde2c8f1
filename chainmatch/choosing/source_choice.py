"""Choosing a source of the map in an address."""

from chainmatch.background.map_survey import show_report
from graph.derive.figures import find_map_count
from graph.errors import NotFound
from graph.store import Store


def list_sources(store: Store) -> set[str]:
    """List the sources that told anything of the map."""
    counted, report = find_map_count(store), show_report(store)
    totals = (*counted.nodes.values(), *counted.links.values())
    return {*(source for of in totals for source in of), *(report.sources if report else ())}


def check_source(store: Store, source: str) -> None:
    """Refuse a source, of an odd address, that told nothing of the map. Raises NotFound."""
    if source and source not in list_sources(store):
        raise NotFound("图谱里没有来源“%(source)s”。", source=source)
