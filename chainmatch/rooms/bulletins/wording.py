"""The first wording of a bulletin, said from its figures; people edit it."""

from datetime import date

from chainmatch.formats import money, percent
from chainmatch.i18n import gettext, listed, pick
from graph.domain.bulletin import Content, GroupLine
from graph.domain.followup.rules import Colour

NAMED = 3


def draft_texts(content: Content, city: str) -> dict[str, str]:
    """Write every text of a bulletin in the present language."""
    return {
        "title": _title(content, city),
        "opening": _opening(content),
        "ranking": _ranking(content),
        "moved": _moved(content),
        "late": _late(content),
        "closing": gettext(
            "请各区县、各责任单位对照红灯、黄灯项目逐一核实原因，按督办单期限答复整改措施和完成时间。"
        ),
    }


def _title(content: Content, city: str) -> str:
    at = date.fromisoformat(content.at)
    return gettext("%(city)s签约项目月通报（%(year)s 年 %(month)s 月）", city=city, **_month(at))


def _month(at: date) -> dict[str, str]:
    return {"year": str(at.year), "month": str(at.month)}


def _opening(content: Content) -> str:
    above = {name: pair[0] for name, pair in content.figures.items()}
    return gettext(
        "截至 %(date)s，全市累计签约项目 %(signed)s 个，签约金额 %(contracted)s，"
        "到位资金 %(arrived)s，资金到位率 %(funds)s；已履约 %(fulfilled)s 个，"
        "已开工 %(started)s 个，开工率 %(start)s；"
        "已投产 %(producing)s 个，已达产 %(capacity)s 个。",
        date=content.at,
        signed=content.signed,
        contracted=money(content.figures["funds"][1]),
        arrived=money(above["funds"]),
        funds=_share(content.figures["funds"]),
        fulfilled=above["fulfilment"],
        started=above["start"],
        start=_share(content.figures["start"]),
        producing=above["production"],
        capacity=above["capacity"],
    )


def _ranking(content: Content) -> str:
    if not content.districts:
        return ""
    first, last = content.districts[:NAMED], content.districts[NAMED:][-NAMED:]
    words = gettext("开工率居前的是%(names)s。", names=_named(first))
    if last:
        words += gettext("居后的是%(names)s。", names=_named(last))
    return words


def _named(lines: tuple[GroupLine, ...]) -> str:
    return listed(
        gettext("%(name)s（%(rate)s）", name=pick(line.name, line.name_en), rate=percent(line.rate))
        for line in lines
    )


def _moved(content: Content) -> str:
    return gettext(
        "%(since)s 以来，新签约 %(signed)s 个，新开工 %(started)s 个，新投产 %(producing)s 个，"
        "新到位资金 %(arrived)s；共有 %(moved)s 个项目的阶段有变化。",
        since=content.since,
        **content.fresh,
        arrived=money(content.newly_arrived),
        moved=content.moved_total,
    )


def _late(content: Content) -> str:
    return gettext(
        "目前红灯项目 %(red)s 个，黄灯项目 %(yellow)s 个，逾期项目 %(late)s 个；"
        "本期新发督办单 %(issued)s 份，未办结 %(open)s 份，其中约谈 %(talks)s 份。",
        red=content.lights.get(Colour.RED, 0),
        yellow=content.lights.get(Colour.YELLOW, 0),
        late=content.late_total,
        **content.orders,
    )


def _share(pair: tuple[int, int]) -> str:
    return percent(pair[0] / pair[1]) if pair[1] else "–"
