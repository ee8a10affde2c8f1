"""The command group and how its errors are told."""

import importlib
import locale
import os
import sys
from typing import Any

import click

from chainmatch.i18n import gettext, translate, use_language
from chainmatch.processes.interrupts import came_from
from graph.errors import ChainMatchError

EXIT_REFUSED = 2
EXIT_INTERRUPTED = 130
COMMANDS = {
    "account": "accounts:account",
    "demo": "demo:demo",
    "export": "exporting:export",
    "feedback": "feedback:feedback",
    "graph": "graphs:graph",
    "import": "importing:import_",
    "rank": "ranking:rank",
    "recommend": "recommending:recommend",
    "schedule": "scheduling:schedule",
    "search": "searching:search",
    "serve": "serving:serve",
    "supervise": "supervising:supervise_projects",
    "template": "template_files:template",
    "token": "tokens:token",
    "train": "training:train",
    "worker": "working:worker",
}
"""Each command and where it is: loaded only when asked for, so that every one starts fast."""


class Group(click.Group):
    """Says a ChainMatchError, and Ctrl-C, in one line without a traceback; codes 2 and 130."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        return getattr(importlib.import_module(f"chainmatch.cli.{module}"), name)

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(context)
        except ChainMatchError as error:
            click.echo(translate(error), err=True)
            sys.exit(EXIT_REFUSED)
        except BaseException as error:
            if not came_from(error, KeyboardInterrupt):
                raise
            click.echo(gettext("已中断；已写入的内容保留，可以重新运行同一命令。"), err=True)
            sys.exit(EXIT_INTERRUPTED)


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
