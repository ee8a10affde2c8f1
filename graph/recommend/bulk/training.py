"""Trains rankers from the map itself."""

from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.recommend.bulk.recipes import read_recipes
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.training import train_materials
from graph.store import Store


def train_on_map(store: Store, *, at: str, progress: Progress = silent) -> MaterialModel:
    """Train the ranking of materials on the links that hold on the ISO date ``at``.

    Raises BadInput where the map has too few of them.
    """
    progress(0, 1, message("正在读取图谱"))
    return train_materials(read_recipes(store, at=at).recipes, progress=progress)
