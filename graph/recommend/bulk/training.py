"""Trains rankers from the map itself."""

from graph.domain.clock import instant_text, now
from graph.domain.progress import Progress, silent
from graph.domain.recommendation import PartnerRole
from graph.errors import BadInput
from graph.messages import message
from graph.recommend.bulk.matrices import MapMatrices
from graph.recommend.bulk.recipes import read_recipes
from graph.recommend.bulk.trades import read_map_trades
from graph.recommend.firms.learner import learn
from graph.recommend.firms.model import VERSION, FirmModel
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.training import train_materials
from graph.store import Store


def train_on_map(store: Store, *, at: str, progress: Progress = silent) -> MaterialModel:
    """Train the ranking of materials on the links that hold on the ISO date ``at``.

    Raises BadInput where the map has too few of them.
    """
    progress(0, 1, message("正在读取图谱"))
    return train_materials(read_recipes(store, at=at).recipes, progress=progress)


def train_firms(
    store: Store, role: PartnerRole, *, until: str, progress: Progress = silent
) -> FirmModel:
    """Train the ranking of suppliers or customers on trade first seen before an ISO date.

    Raises BadInput where nothing came true in the half-years to learn from.
    """
    progress(0, 1, message("正在读取图谱"))
    enterprises = MapMatrices(store, at=until).enterprises
    trades = read_map_trades(store, enterprises, role, at=until)
    learned = learn(trades, progress=progress)
    if learned is None:
        raise BadInput("%(until)s 之前的往来太少，无法学习。", until=until)
    figures = {"examples": learned.examples, "chosen": learned.chosen}
    return FirmModel(
        f"{VERSION}-{until}",
        role.value,
        until,
        instant_text(now()),
        learned.features,
        learned.trees,
        learned.nets,
        figures,
    )
