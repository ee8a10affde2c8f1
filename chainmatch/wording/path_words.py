"""Words for the steps of a path through the map, and for where each step comes from."""

from functools import lru_cache

from chainmatch.formats import percent
from chainmatch.i18n import current_language, gettext, mark
from chainmatch.wording.map_names import NEAR_METHODS, source_name
from graph.domain.near_name import NearMethod
from graph.domain.recommendation import PlaceKind, Step

LEAST_SHARE = 0.0015
"""A smaller share of sales is a row of the accounts, and is not told."""

LINKS = {
    ("MAKES", True): mark("生产"),
    ("MAKES", False): mark("生产企业"),
    ("SUPPLIES", True): mark("用于"),
    ("SUPPLIES", False): mark("用料"),
    ("LIKELY_FOR", True): mark("可能用于"),
    ("LIKELY_FOR", False): mark("可能用料"),
    ("FITS", True): mark("按名称配套于"),
    ("FITS", False): mark("按名称配套的产品"),
    ("KIND_OF", True): mark("属于"),
    ("KIND_OF", False): mark("细分为"),
    ("BELONGS_TO", True): mark("所属行业"),
    ("BELONGS_TO", False): mark("行业内企业"),
    ("TRADES_WITH", True): mark("销往"),
    ("TRADES_WITH", False): mark("采购自"),
}
"""Words for walking a link with (True) or against (False) its direction."""

INDUSTRY_LINKS = {
    ("SUPPLIES", True): mark("下游行业"),
    ("SUPPLIES", False): mark("上游行业"),
    ("KIND_OF", True): mark("相近行业"),
}


def step_label(step: Step) -> str:
    """Say what a step walks along; a computed bridge names its method and score."""
    if step.method:
        label = gettext(NEAR_METHODS[NearMethod(step.method)])
        return label if step.method == NearMethod.SAME_NAME else f"{label} {step.score:.2f}"
    key = step.link, step.forward
    is_industry = step.start.kind == step.end.kind == PlaceKind.INDUSTRY
    return gettext(INDUSTRY_LINKS.get(key, LINKS[key]) if is_industry else LINKS[key])


def evidence(step: Step) -> tuple[str, ...]:
    """Say where a step comes from: its source, date, confidence and share, or how computed."""
    if step.link == "LIKELY_FOR":
        chance = percent(step.confidence)
        return (
            gettext("系统从同类产品的用料学得，不是来源中的事实"),
            gettext("可能性：%(chance)s", chance=chance),
        )
    if step.link == "FITS":
        return (gettext("系统从产品名称看出，不是来源中的事实"),)
    told = step.source, step.as_of, step.confidence, step.share, step.method, step.score
    return _evidence(current_language(), *told)


@lru_cache(maxsize=20_000)
def _evidence(
    language: str,
    source: str,
    as_of: str,
    confidence: float,
    share: float | None,
    method: str,
    score: float | None,
) -> tuple[str, ...]:
    if method:
        return (
            gettext("系统按名称推算，不是来源中的事实"),
            gettext("相近度 %(score)s", score=f"{score or 0:.2f}"),
        )
    lines = [gettext("来源：%(source)s", source=source_name(source))]
    if as_of:
        lines.append(gettext("数据日期：%(date)s", date=as_of))
    lines.append(gettext("可信度：%(share)s", share=percent(confidence)))
    if share is not None and share > LEAST_SHARE:
        lines.append(gettext("占其收入：%(share)s", share=percent(share)))
    return tuple(lines)
