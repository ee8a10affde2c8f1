"""``chainmatch train``: learn to rank from the map of this home."""

from pathlib import Path

import click

from chainmatch.cli.ranking import KINDS, ROLES
from chainmatch.cli.session import json_option, open_graph, print_json, progress_bar
from chainmatch.config import read_config
from chainmatch.formats import today
from graph.domain.clock import date_text, now
from graph.domain.progress import Progress
from graph.recommend.bulk.likely import refresh_likely
from graph.recommend.bulk.training import train_firms, train_on_map
from graph.recommend.firms.model import save_model
from graph.recommend.ranking import RULES_4, save_used_ranker
from graph.recommend.use.learning import learn
from graph.store import Store

RANKING = "ranking"


@click.command()
@click.argument("kind", type=click.Choice((*KINDS, RANKING)))
@click.option("--until", default=None, help="只用此日之前成立的关系。 Use what held on this date.")
@json_option
def train(kind: str, until: str | None, as_json: bool) -> None:
    """从图谱或评价中学习如何排序。Learn to rank: from the map for rank, from use for the page.

    ranking 从收藏、请求、排除中学习推荐页的权重；评价不够时不学。
    """
    with open_graph() as store, progress_bar() as progress:
        path = _train(store, kind, until or date_text(today()), progress)
    if as_json:
        print_json({"kind": kind, "path": str(path)})
        return
    click.echo(path)


def _train(store: Store, kind: str, until: str, progress: Progress) -> Path:
    config = read_config()
    if kind == RANKING:
        ranker = learn(store, RULES_4, now=now(), progress=progress)
        return save_used_ranker(ranker, config.models)
    if kind in ROLES:
        model = train_firms(store, ROLES[kind], until=until, progress=progress)
        return save_model(config.models, model)
    path = config.model_of(kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    model = train_on_map(store, at=until, progress=progress)
    model.save(path)
    refresh_likely(store, model, at=until, progress=progress)
    return path
