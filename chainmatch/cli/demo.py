"""``chainmatch demo``: the demo map comes and goes."""

import click

from chainmatch.background.map_lane import holding_map_lane
from chainmatch.cli.session import json_option, open_graph, print_json, progress_bar
from chainmatch.demo.loading import DEMO_PASSWORD, load_demo_with_accounts, remove_demo
from chainmatch.i18n import gettext
from graph.domain.clock import now
from graph.store.people import accounts


@click.group()
def demo() -> None:
    """演示数据。The demo map."""


@demo.command()
@json_option
def load(as_json: bool) -> None:
    """载入演示图谱和演示账号。Load the demo map and its accounts."""
    with (
        open_graph() as store,
        progress_bar() as progress,
        holding_map_lane(store, progress, command="demo load") as reported,
    ):
        report = load_demo_with_accounts(store, now=now(), progress=reported)
    if as_json:
        print_json({"created": report.total.created, "password": DEMO_PASSWORD})
        return
    click.echo(
        gettext(
            "演示数据已载入：新增 %(created)s 条。演示账号的密码是 %(password)s。",
            created=f"{report.total.created:,}",
            password=DEMO_PASSWORD,
        )
    )


@demo.command()
@json_option
def remove(as_json: bool) -> None:
    """移除演示图谱和演示账号。Remove the demo map and its accounts."""
    with open_graph() as store, progress_bar() as progress:
        with holding_map_lane(store, progress, command="demo remove") as reported:
            removed = remove_demo(store, reported)
        administrators = accounts.count_administrators(store)
    if as_json:
        print_json({"removed": removed, "administrators": administrators})
        return
    click.echo(gettext("演示数据和演示账号已移除，共 %(count)s 条。", count=f"{removed:,}"))
    if not administrators:
        click.echo(
            gettext(
                "现在没有管理员可以登录：请运行 chainmatch account add 邮箱 --name 姓名"
                " --role administrator 新增一位。"
            )
        )
