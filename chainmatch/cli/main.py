"""The command group and how its errors are told."""

import locale
import os
import sys
from typing import Any

import click

from chainmatch.cli.accounts import account
from chainmatch.cli.demo import demo
from chainmatch.cli.exporting import export
from chainmatch.cli.graphs import graph
from chainmatch.cli.importing import import_
from chainmatch.cli.ranking import rank
from chainmatch.cli.recommending import recommend
from chainmatch.cli.searching import search
from chainmatch.cli.serving import serve
from chainmatch.cli.template_files import template
from chainmatch.cli.working import worker
from chainmatch.i18n import translate, use_language
from graph.errors import ChainMatchError

EXIT_REFUSED = 2


class Group(click.Group):
    """Says a ChainMatchError in one line and ends with code 2, without a traceback."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(context)
        except ChainMatchError as error:
            click.echo(translate(error), err=True)
            sys.exit(EXIT_REFUSED)


@click.group(cls=Group)
@click.version_option(package_name="chainmatch")
def main() -> None:
    """产业链对接平台的命令行。Matchmaking along industrial chains, on the command line."""
    use_language(_terminal_language())


def _terminal_language() -> str:
    """English where the terminal's locale names a language other than Chinese; else Chinese."""
    named = (
        os.environ.get("CHAINMATCH_LANGUAGE")
        or os.environ.get("LC_ALL")
        or os.environ.get("LANG", "")
    )
    code = locale.normalize(named).split("_")[0].lower()
    return "en" if code not in {"", "c", "posix", "zh"} and not code.startswith("c.") else "zh"


main.add_command(account)
main.add_command(serve)
main.add_command(worker)
main.add_command(export)
main.add_command(template)
main.add_command(search)
main.add_command(recommend)
main.add_command(rank)
main.add_command(demo)
main.add_command(graph)
main.add_command(import_)
