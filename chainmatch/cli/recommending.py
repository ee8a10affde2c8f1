"""``chainmatch recommend``: partners for one enterprise."""

import click

from chainmatch.cli.session import json_option, open_graph, print_json
from chainmatch.formats import today
from chainmatch.i18n import gettext, pick, translate
from chainmatch.rooms.recommendations.labels import step_label
from graph.domain.clock import date_text
from graph.domain.recommendation import (
    PartnerRole,
    Path,
    RankedList,
    Recommendation,
    Step,
    Wish,
)
from graph.recommend import recommend as find_partners
from graph.recommend.spelling import find_enterprise

DEFAULT_TOP = 10


@click.command()
@click.argument("enterprise")
@click.option(
    "--role",
    type=click.Choice([role.value for role in PartnerRole]),
    default=PartnerRole.SUPPLIER.value,
    show_default=True,
)
@click.option("--top", type=click.IntRange(1, 100), default=DEFAULT_TOP, show_default=True)
@click.option("--region", default="", help="地区代码。 Region code (GB/T 2260).")
@click.option("--chain", default="", help="产业链编码。 Chain code.")
@click.option("--known", is_flag=True, help="包括已有往来的。 Known partners too.")
@click.option("--at", default=None, help="日期，默认今天。 ISO date, today by default.")
@json_option
def recommend(
    enterprise: str,
    role: str,
    top: int,
    region: str,
    chain: str,
    known: bool,
    at: str | None,
    as_json: bool,
) -> None:
    """为企业推荐伙伴。Recommend partners to an enterprise (code, credit code or name)."""
    wish = Wish(
        PartnerRole(role), at or date_text(today()), region, chain, exclude_known=not known, top=top
    )
    with open_graph() as store:
        code = find_enterprise(store, enterprise)
        answer = find_partners(store, code, wish)
    if as_json:
        print_json(_as_dict(code, wish, answer))
        return
    for item in answer.items:
        name = pick(item.partner.name, item.partner.name_en)
        click.echo(f"{item.rank}\t{item.score:.2f}\t{item.partner.code}\t{name}")
        for path in item.paths:
            click.echo(f"\t{_drawn(path)}")
    if not answer.items:
        click.echo(gettext("没有找到可推荐的伙伴：图谱里没有这家企业的产品、行业或往来。"))


def _drawn(path: Path) -> str:
    start = path.steps[0].start
    return pick(start.name, start.name_en) + "".join(map(_drawn_step, path.steps))


def _drawn_step(step: Step) -> str:
    return f" —{step_label(step)}→ {pick(step.end.name, step.end.name_en)}"


def _as_dict(code: str, wish: Wish, answer: RankedList) -> dict[str, object]:
    return {
        "enterprise": code,
        "role": wish.role.value,
        "at": wish.at,
        "version": answer.version,
        "items": [_item(item) for item in answer.items],
    }


def _item(item: Recommendation) -> dict[str, object]:
    return {
        "rank": item.rank,
        "score": item.score,
        "code": item.partner.code,
        "name": item.partner.name,
        "known": item.is_known,
        "features": [
            {
                "name": feature.name,
                "value": round(feature.value, 4),
                "weight": round(feature.weight, 4),
                "reason": translate(feature.reason),
            }
            for feature in item.features
        ],
        "paths": [
            {
                "route": path.route,
                "strength": round(path.strength, 4),
                "steps": [_step(step) for step in path.steps],
            }
            for path in item.paths
        ],
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "link": step.link,
        "forward": step.forward,
        "from": step.start.code,
        "from_name": step.start.name,
        "to": step.end.code,
        "to_name": step.end.name,
        "source": step.source,
        "as_of": step.as_of,
        "confidence": step.confidence,
        "method": step.method,
        "score": step.score,
    }
