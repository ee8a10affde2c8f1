"""Features that tell a partner from a name that only sounds like one."""

from graph.messages import message
from graph.recommend.case import Case, Reading

OFTEN = 2.0
SELDOM = 0.7


def read_flow(case: Case) -> Reading | None:
    """Ask the whole map whether firms of the two industries supply one another: lift / (1 + lift).

    Same names in another trade (深加工 of food and of steel) meet seldom there.
    """
    theirs = case.partner.summary.industries
    if case.flows is None or not theirs:
        return None
    lift = max(case.flows.get(code, 0.0) for code in theirs)
    if lift >= OFTEN:
        return lift / (1 + lift), message(
            "两个行业的产品常有供需关系，是随机的 %(lift)s 倍", lift=f"{lift:.1f}"
        )
    if lift > SELDOM:
        return lift / (1 + lift), message("两个行业的产品有时有供需关系")
    return 0.0, message("两个行业的产品很少有供需关系")


def read_soundness(case: Case) -> Reading:
    """Take what the doubts leave of the best path: 1 where there are none."""
    doubt = case.paths[0].doubt
    if doubt is None:
        return 1.0, message("路径上的名称和占比没有可疑之处")
    return doubt.kept, doubt.reason


def read_support(case: Case) -> Reading:
    """Count the asker's products, peers or partners that lead there: 1 - 1/n."""
    number = case.origins
    return 1 - 1 / number, message("我方的 %(number)s 个产品、同行或伙伴都指向它", number=number)
