"""``chainmatch serve``."""

import sys
from collections.abc import Sequence

import click
from rich.console import Console
from rich.panel import Panel
from rich.table import Table

from chainmatch.cli.session import open_graph, progress_bar
from chainmatch.config import read_config
from chainmatch.demo.loading import DEMO_PASSWORD, is_demo_wanted, load_demo_with_accounts
from chainmatch.i18n import gettext, translate
from chainmatch.processes.interrupts import came_from
from chainmatch.processes.serving import Installation, Stopped, check_port, stop_signals
from chainmatch.rooms.accounts.labels import ROLES
from graph.domain.account import Account
from graph.domain.clock import now
from graph.domain.sources import DEMO
from graph.messages import Message
from graph.store import Store
from graph.store.people import accounts

DEFAULT_HOST = "127.0.0.1"


@click.command()
@click.option("--host", default=DEFAULT_HOST, show_default=True, help="监听地址。 Address to bind.")
@click.option(
    "--no-demo", is_flag=True, help="图谱为空时也不载入演示数据。 Never load the demo map."
)
def serve(host: str, no_demo: bool) -> None:
    """启动数据库、网站和任务处理，按 Ctrl-C 全部停止。Run the database, the site and a worker."""
    config = read_config()
    check_port(host, config.port)
    with stop_signals():
        installation = Installation(config, host, report=_report)
        try:
            _say(gettext("正在连接图数据库……") if config.graph else gettext("正在启动图数据库……"))
            installation.start_database()
            with open_graph(config) as store:
                shown = _prepare_map(store, with_demo=not no_demo)
            _say(gettext("正在启动网站……"))
            installation.start_site_and_worker()
            _welcome(installation.address, shown)
            installation.look_after()
        except BaseException as error:
            if not came_from(error, Stopped):
                raise
            _say(gettext("正在停止……"))
        finally:
            installation.stop()
    _say(gettext("已全部停止。"))


def _prepare_map(store: Store, *, with_demo: bool) -> list[Account]:
    """Load the demo map into an empty graph; return the demo accounts that can sign in."""
    if with_demo and is_demo_wanted(store):
        _say(gettext("图谱是空的，正在载入演示数据……"))
        with progress_bar() as progress:
            load_demo_with_accounts(store, now=now(), progress=progress)
    return [
        account
        for account in accounts.list_accounts(store)
        if account.source == DEMO and account.active
    ]


def _welcome(address: str, shown: Sequence[Account]) -> None:
    lines = Table.grid(padding=(0, 2))
    lines.add_row(gettext("网址"), f"[bold]{address}[/]")
    for account in shown:
        lines.add_row(gettext(ROLES[account.role]), account.email)
    if shown:
        lines.add_row(gettext("演示密码"), DEMO_PASSWORD)
    lines.add_row("", gettext("按 Ctrl-C 停止。"))
    Console(file=sys.stdout).print(Panel.fit(lines, title="ChainMatch"))


def _report(words: Message) -> None:
    _say(translate(words))


def _say(words: str) -> None:
    click.echo(words, err=True)
