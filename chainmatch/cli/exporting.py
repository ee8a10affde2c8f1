"""``chainmatch export``: the map, or a chain of it, as files that other programs open."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from chainmatch.choosing.region_choice import check_region
from chainmatch.cli.session import json_option, open_graph, print_json, progress_bar
from chainmatch.formats import today
from chainmatch.i18n import gettext
from chainmatch.map_day import day_of
from graph.domain.explored import Scope
from graph.domain.progress import Progress
from graph.errors import BadInput, NotFound
from graph.exchange.exporting import Exported, Only, export_map
from graph.exchange.writers.forms import FORMS
from graph.store import Store
from graph.store.bulk.exports import EVER, Day
from graph.store.map.choices import list_chain_choices
from graph.store.merging import count_merges_since
from graph.viewing.held import read_held

force_option = click.option(
    "--force", is_flag=True, help="覆盖已有的文件。 Overwrite what is there."
)


@click.command()
@click.argument("form", type=click.Choice(list(FORMS)))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d"]),
    help="导出哪一天的图谱（默认：连同全部历史版本）。 The map as it was on a day.",
)
@click.option("--chain", default="", help="只导出这条产业链。 One chain alone, by its code.")
@click.option(
    "--region", default="", help="只要这个地区的企业，与 --chain 同用。 Its companies in a region."
)
@force_option
@json_option
def export(
    form: str,
    path: Path,
    at: datetime | None,
    chain: str,
    region: str,
    force: bool,
    as_json: bool,
) -> None:
    """导出整个图谱，或一条产业链。Export the whole map, or a chain.

    One file (graphml, gexf, json, cytoscape, xlsx, cypher), or a folder or .zip of files (csv,
    parquet, neo4j-admin).
    """
    with open_graph() as store, progress_bar() as progress:
        day = day_of(at.date()) if at else EVER
        scope = Scope(at.date() if at else today(), chain=chain, region=region)
        only = _only(store, scope, day, progress)
        exported = export_map(
            store, path, form=form, day=day, only=only, force=force, progress=progress
        )
        merged = count_merges_since(store, day.over)
    if as_json:
        print_json({"path": str(path), **asdict(exported), "merged_since": merged})
    else:
        _say(path, exported, day, merged)


def _say(path: Path, exported: Exported, day: Day, merged: int) -> None:
    click.echo(
        gettext(
            "已导出到 %(path)s：%(nodes)s 个节点，%(links)s 条关系。",
            path=path,
            nodes=f"{exported.nodes:,}",
            links=f"{exported.links:,}",
        )
    )
    if merged:
        click.echo(
            gettext(
                "%(day)s 之后有 %(number)s 家企业并入别家，文件里当天的关系已记在保留的企业名下。",
                day=day.at,
                number=merged,
            )
        )


def _only(store: Store, scope: Scope, day: Day, progress: Progress) -> Only | None:
    if scope.region and not scope.chain:
        raise BadInput("--region 要与 --chain 同用。")
    if not scope.chain:
        return None
    if scope.chain not in {each.code for each in list_chain_choices(store, only_published=False)}:
        raise NotFound("没有编码为“%(code)s”的产业链，没有导出。", code=scope.chain)
    check_region(store, scope.region)
    return read_held(store, scope, day, progress).codes
