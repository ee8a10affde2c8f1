"""``chainmatch feedback``: what came of the partners that were recommended."""

import click

from chainmatch.cli.session import json_option, open_graph, print_json
from chainmatch.i18n import gettext
from graph.domain.clock import now
from graph.recommend.use.report import VersionReport, report
from graph.store.desk.pair_outcomes import keep_outcomes, list_judgements


@click.group()
def feedback() -> None:
    """推荐之后的反馈。What came of the partners that were recommended."""


@feedback.command("report")
@json_option
def report_(as_json: bool) -> None:
    """按排序版本比较收藏、请求与排除。Compare versions by what was made of their lists."""
    with open_graph() as store:
        keep_outcomes(store, at=now())
        found = report(list_judgements(store))
    if as_json:
        print_json([_as_dict(each) for each in found])
        return
    for each in found:
        click.echo(
            gettext(
                "%(version)s：%(askers)s 家评价，合适 %(good)s、不合适 %(bad)s；"
                "按位置校正后合适占 %(share)s",
                version=each.version,
                askers=len(each.askers),
                good=each.good,
                bad=each.bad,
                share=f"{each.share_good_seen:.0%}",
            )
        )
        for (first, last), (good, bad) in each.by_rank.items():
            if good + bad:
                click.echo(f"\t{first}–{last}\t{good}\t{bad}")
    if not found:
        click.echo(gettext("还没有人评价过推荐的伙伴。"))


def _as_dict(each: VersionReport) -> dict[str, object]:
    return {
        "version": each.version,
        "askers": len(each.askers),
        "good": each.good,
        "bad": each.bad,
        "share_good": round(each.share_good, 4),
        "share_good_by_position": round(each.share_good_seen, 4),
        "by_rank": [
            {"from": first, "to": last, "good": good, "bad": bad}
            for (first, last), (good, bad) in each.by_rank.items()
        ],
    }
