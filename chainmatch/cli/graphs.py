"""``chainmatch graph``: what is in the graph, and copying it elsewhere."""

from dataclasses import asdict

import click

from chainmatch.cli.copying import copy
from chainmatch.cli.session import json_option, open_graph, print_json
from chainmatch.i18n import gettext
from chainmatch.wording.map_names import TABLES
from graph.store.map.sources import count_map


@click.group()
def graph() -> None:
    """图谱。The map."""


@graph.command()
@json_option
def stats(as_json: bool) -> None:
    """按种类和来源清点图谱。Count the map by kind and source."""
    with open_graph() as store:
        counted = count_map(store)
    if as_json:
        print_json(asdict(counted))
        return
    for name, by_source in {**counted.nodes, **counted.links}.items():
        click.echo(f"{gettext(TABLES[name])}\t{sum(by_source.values()):,}")
        for source, number in by_source.items():
            if source:
                click.echo(f"  {source}\t{number:,}")


graph.add_command(copy)
