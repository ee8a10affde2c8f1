"""``chainmatch train``: learn to rank from the map of this home."""

from pathlib import Path

import click

from chainmatch.cli.ranking import KINDS, ROLES
from chainmatch.cli.session import open_graph, progress_bar
from chainmatch.config import read_config
from chainmatch.formats import today
from graph.domain.clock import date_text
from graph.domain.progress import Progress
from graph.recommend.bulk.training import train_firms, train_on_map
from graph.recommend.firms.model import save_model
from graph.store import Store


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--until", default=None, help="只用此日之前成立的关系。 Use what held on this date.")
def train(kind: str, until: str | None) -> None:
    """从图谱中学习如何排序，结果供 rank 使用。Learn to rank from the map; rank uses it."""
    with open_graph() as store, progress_bar() as progress:
        path = _train(store, kind, until or date_text(today()), progress)
    click.echo(path)


def _train(store: Store, kind: str, until: str, progress: Progress) -> Path:
    config = read_config()
    if kind in ROLES:
        model = train_firms(store, ROLES[kind], until=until, progress=progress)
        return save_model(config.models, model)
    path = config.model_of(kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    train_on_map(store, at=until, progress=progress).save(path)
    return path
