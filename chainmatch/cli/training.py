"""``chainmatch train``: learn to rank from the map of this home."""

import click

from chainmatch.cli.session import open_graph, progress_bar
from chainmatch.config import read_config
from chainmatch.formats import today
from graph.domain.clock import date_text
from graph.recommend.bulk.training import train_on_map


@click.command()
@click.argument("kind", type=click.Choice(["materials"]))
@click.option("--until", default=None, help="只用此日之前成立的关系。 Use what held on this date.")
def train(kind: str, until: str | None) -> None:
    """从图谱中学习如何排序，结果供 rank 使用。Learn to rank from the map; rank uses it."""
    path = read_config().model_of(kind)
    with open_graph() as store, progress_bar() as progress:
        model = train_on_map(store, at=until or date_text(today()), progress=progress)
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    click.echo(path)
