"""``chainmatch export``: the whole map as files that other programs open."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from chainmatch.cli.session import json_option, open_graph, print_json, progress_bar
from chainmatch.i18n import gettext
from chainmatch.map_day import day_of
from graph.exchange.exporting import export_map
from graph.exchange.writers.forms import FORMS
from graph.store.bulk.exports import EVER
from graph.store.merging import count_merges_since

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
@force_option
@json_option
def export(form: str, path: Path, at: datetime | None, force: bool, as_json: bool) -> None:
    """导出整个图谱。Export the whole map.

    One file (graphml, gexf, json, cytoscape, xlsx, cypher), or a folder or .zip of files (csv,
    parquet, neo4j-admin).
    """
    with open_graph() as store, progress_bar() as progress:
        day = day_of(at.date()) if at else EVER
        exported = export_map(store, path, form=form, day=day, force=force, progress=progress)
        merged = count_merges_since(store, day.over)
    if as_json:
        print_json({"path": str(path), **asdict(exported), "merged_since": merged})
        return
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
