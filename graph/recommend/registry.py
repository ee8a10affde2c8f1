"""The rankers there are, side by side; pages say which one ordered a list."""

from graph.errors import NotFound
from graph.recommend.ranking import RULES_1, Ranker

RANKERS: dict[str, Ranker] = {RULES_1.version: RULES_1}
DEFAULT = RULES_1.version


def find_ranker(version: str = "") -> Ranker:
    """Return the ranker of this version, the present one by default. Raises NotFound."""
    ranker = RANKERS.get(version or DEFAULT)
    if ranker is None:
        raise NotFound("没有版本为 %(version)s 的推荐排序。", version=version)
    return ranker
