"""``chainmatch supervise``: orders follow the lights; meant to be run once a day."""

from dataclasses import asdict

import click

from chainmatch.cli.session import json_option, open_graph, print_json
from chainmatch.formats import today
from chainmatch.i18n import gettext
from graph.domain.clock import now
from graph.ledger.supervision import supervise

BY = "chainmatch"


@click.command("supervise")
@json_option
def supervise_projects(as_json: bool) -> None:
    """按今天的灯色更新督办单。Issue, raise and close supervision orders by today's lights."""
    with open_graph() as store:
        done = supervise(store, at=today(), by=BY, now=now())
    if as_json:
        print_json(asdict(done))
        return
    click.echo(
        gettext(
            "督办单已更新：新发 %(issued)s 份，升级约谈 %(climbed)s 份，办结 %(closed)s 份。",
            issued=done.issued,
            climbed=done.climbed,
            closed=done.closed,
        )
    )
