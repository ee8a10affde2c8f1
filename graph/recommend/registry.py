"""The rankers there are, side by side; pages say which one ordered a list."""

from graph.errors import NotFound
from graph.recommend.ranking import RULES_1, RULES_2, Ranker

RANKERS: dict[str, Ranker] = {ranker.version: ranker for ranker in (RULES_1, RULES_2)}
DEFAULT = RULES_2.version


def find_ranker(version: str = "") -> Ranker:
    """Return the ranker of this version, the present one by default. Raises NotFound."""
    ranker = RANKERS.get(version or DEFAULT)
    if ranker is None:
        raise NotFound("没有版本为 %(version)s 的推荐排序。", version=version)
    return ranker
