"""How much is on the map, counted once after each change, since counting reads every link."""

import json
from dataclasses import asdict, dataclass, fields

from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.store import Store, settings
from graph.store.map import sources
from graph.store.map.sources import MapCount

PREFIX = "figures."
BY_SOURCE = "figures-by-source"


@dataclass(frozen=True)
class Figures:
    """Numbers of records; ``links`` counts open and closed versions alike."""

    chains: int
    chain_nodes: int
    enterprises: int
    links: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been brought into the map yet."""
        return not (self.chains or self.chain_nodes or self.enterprises)


def refresh(store: Store, progress: Progress = silent) -> None:
    """Count the map and keep the result."""
    progress(0, 1, message("清点图谱"))
    counted = sources.count_map(store)
    for name, number in asdict(_figures(counted)).items():
        settings.save_setting(store, PREFIX + name, str(number))
    settings.save_setting(store, BY_SOURCE, json.dumps(asdict(counted)))
    progress(1, 1, message("清点图谱"))


def find_figures(store: Store) -> Figures:
    """Return what was counted last; where nothing was, count now."""
    saved = settings.list_settings(store, PREFIX)
    names = [field.name for field in fields(Figures)]
    if any(PREFIX + name not in saved for name in names):
        return _figures(sources.count_map(store))
    return Figures(**{name: int(saved[PREFIX + name]) for name in names})


def find_map_count(store: Store) -> MapCount:
    """Return what was counted last by kind and source; where nothing was, count now."""
    saved = settings.find_setting(store, BY_SOURCE)
    return MapCount(**json.loads(saved)) if saved else sources.count_map(store)


def _figures(counted: MapCount) -> Figures:
    return Figures(
        chains=sum(counted.nodes["Chain"].values()),
        chain_nodes=sum(counted.nodes["ChainNode"].values()),
        enterprises=sum(counted.nodes["Enterprise"].values()),
        links=sum(sum(by_source.values()) for by_source in counted.links.values()),
    )
