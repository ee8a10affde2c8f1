"""What counts for a partner's rank: each feature returns a value from 0 to 1 and its reason."""

from collections.abc import Sequence
from math import cbrt, prod, sqrt

from graph.domain.enterprise import Size
from graph.domain.recommendation import PartnerRole, Place
from graph.messages import message
from graph.recommend import reasons, suitability
from graph.recommend.case import Case, Feature, Reading
from graph.recommend.routes import (
    FITTED_TO,
    FITTED_TO_TRADE,
    FITTING,
    FITTING_TRADE,
    LIKELY_MATERIAL,
    LIKELY_USE,
    MATERIAL,
    PEER_TRADE,
    TRADE,
    USE,
)
from graph.recommend.wording import shared_words

MOST_PATHS_COUNTED = 5
SIZE_VALUES = {Size.LARGE: 1.0, Size.MEDIUM: 0.85, Size.SMALL: 0.7, Size.MICRO: 0.5}
ENOUGH_CERTIFICATIONS = 3
PRODUCT_ROUTES = {PartnerRole.SUPPLIER: MATERIAL, PartnerRole.CUSTOMER: USE}
"""The kind of path on which what one makes goes into what the other makes."""
LIKELY_ROUTES = {PartnerRole.SUPPLIER: LIKELY_MATERIAL, PartnerRole.CUSTOMER: LIKELY_USE}
"""The kind on which it likely does, by what products of the kind are made of."""

FITTING_ROUTES = {
    PartnerRole.SUPPLIER: {FITTING, FITTING_TRADE},
    PartnerRole.CUSTOMER: {FITTED_TO, FITTED_TO_TRADE},
}
"""The kinds on which a product's name says that it is made for the other's product or trade."""


def read_path(case: Case) -> Reading:
    """Join the strengths of independent paths: 1 - prod(1 - s), then its cube root.

    Strengths are products over the steps of a path; the root brings a path of three good steps
    to where a person would put it.
    """
    strengths = [min(path.strength, 1.0) for path in case.paths[:MOST_PATHS_COUNTED]]
    joined = 1 - prod(1 - strength for strength in strengths)
    return cbrt(joined), reasons.of_path(case.paths[0])


def read_breadth(case: Case) -> Reading:
    """Count independent paths: one gives 0.3, each further one halves what is missing to 1."""
    number = len(case.paths)
    return 1 - 1.4 * 0.5**number, message("%(number)s 条互不相交的路径", number=number)


def read_share(case: Case) -> Reading | None:
    """Take the share of sales that the partner makes with the product it is found by."""
    step = case.paths[0].steps[-1]
    if step.link != "MAKES" or step.share is None:
        return None
    share = min(max(step.share, 0.0), 1.0)
    return sqrt(share), reasons.of_share(step.start, share)


def read_likeness(case: Case) -> Reading | None:
    """Compare the words of both product lists: who serves one field, serves it well."""
    ours, theirs = case.asker.summary.main_products, case.partner.summary.main_products
    if not ours or not theirs:
        return None
    value, words = shared_words(ours, theirs)
    return value, reasons.of_words(words)


def read_fit(case: Case) -> Reading | None:
    """Look whether what both make fits the role: who makes the same is a rival, not a supplier."""
    ours, theirs = case.asker.summary.main_products, case.partner.summary.main_products
    if case.role not in PRODUCT_ROUTES or not ours or not theirs:
        return None
    if any(path.route == PRODUCT_ROUTES[case.role] for path in case.paths):
        return 1.0, message("双方的产品是上下游")
    if same := sorted(set(ours) & set(theirs)):
        return 0.0, message("对方也做“%(name)s”，更像同行", name=same[0])
    if any(path.route in FITTING_ROUTES[case.role] for path in case.paths):
        return 0.8, message("从名称看，一方的产品是供另一方用的")
    if any(path.route == LIKELY_ROUTES[case.role] for path in case.paths):
        return 0.6, message("按同类产品的用料，双方的产品可能是上下游")
    return 0.2, message("图谱里没有双方产品的上下游关系")


def read_industry(case: Case) -> Reading | None:
    """Look whether the partner's industry is linked with the asker's in the role asked for."""
    ours, theirs = case.asker.summary.industries, case.partner.summary.industries
    if not ours or not theirs:
        return None
    links = [case.linked[code] for code in theirs if code in case.linked]
    if not links:
        return 0.0, message("行业之间没有记录到这种关系")
    best = max(links, key=lambda hop: (hop.weight, hop.end))
    return best.weight / (1 + best.weight), reasons.of_industry(
        case.role, Place(best.end, best.name, best.name_en)
    )


def read_region(case: Case) -> Reading | None:
    """Compare places by their GB/T 2260 codes: district, city, province."""
    here, there = case.asker.enterprise.region, case.partner.enterprise.region
    if not here or not there:
        return None
    for length, value, reason in reasons.NEARNESS:
        if here[:length] == there[:length] and len(here) >= length:
            return value, reason
    return 0.1, message("在不同省份")


def read_size(case: Case) -> Reading | None:
    """Prefer, a little, those who can deliver much."""
    size = case.partner.enterprise.size
    if size not in SIZE_VALUES:
        return None
    return SIZE_VALUES[Size(size)], message(
        "规模：%(size)s", size=message(reasons.SIZES[Size(size)])
    )


def read_certification(case: Case) -> Reading | None:
    """Count certificates, up to three."""
    number = len(case.partner.enterprise.certifications)
    if not number:
        return None
    return min(number / ENOUGH_CERTIFICATIONS, 1.0), message("%(number)s 项资质", number=number)


def read_trade(case: Case) -> Reading | None:
    """Look for trade between the two, or through partners of both."""
    if not case.asker_trades:
        return None
    if case.known:
        return 1.0, message("已有往来记录")
    through = next((path for path in case.paths if path.route in {TRADE, PEER_TRADE}), None)
    if through is None:
        return 0.0, message("没有往来记录，也没有共同伙伴")
    first, last = through.first_place, through.meeting_place
    if first == last:
        return 0.6, message("与我方伙伴“%(name)s”有往来", name=last)
    return 0.4, message("其伙伴“%(last)s”与我方伙伴“%(first)s”有往来", first=first, last=last)


FEATURES: dict[str, Feature] = {
    feature.name: feature
    for feature in (
        Feature("path", message("图谱路径"), read_path),
        Feature("breadth", message("路径条数"), read_breadth),
        Feature("share", message("产品占比"), read_share),
        Feature("likeness", message("产品用词"), read_likeness),
        Feature("fit", message("产品对口"), read_fit),
        Feature("industry", message("行业关系"), read_industry),
        Feature("region", message("距离"), read_region),
        Feature("size", message("企业规模"), read_size),
        Feature("certification", message("资质"), read_certification),
        Feature("trade", message("往来"), read_trade),
        Feature("flow", message("行业供需"), suitability.read_flow),
        Feature("support", message("多处印证"), suitability.read_support),
        Feature("soundness", message("可靠程度"), suitability.read_soundness),
    )
}
"""All features by name; a ranker uses those it names."""
UNTOLD: Reading = (0.0, message("图谱里没有记录"))
"""What counts for a partner of whom nothing is told, where something is told of others."""


def read_all(cases: Sequence[Case], names: Sequence[str]) -> list[dict[str, Reading]]:
    """Read the named features of all partners of a list.

    What is told of nobody is left out for all. What is told of some counts as nothing for the
    others: to be unknown shall not be an advantage.
    """
    read = [{name: FEATURES[name].read(case) for name in names} for case in cases]
    told = [name for name in names if any(values[name] is not None for values in read)]
    return [{name: values[name] or UNTOLD for name in told} for values in read]
