"""The rankers there are, side by side; pages say which one ordered a list."""

from functools import lru_cache
from pathlib import Path

from graph.errors import NotFound
from graph.recommend.ranking import (
    RULES_1,
    RULES_2,
    RULES_3,
    RULES_4,
    Ranker,
    UsedRanker,
    load_used_ranker,
)

RANKERS: dict[str, Ranker] = {
    ranker.version: ranker for ranker in (RULES_1, RULES_2, RULES_3, RULES_4)
}
DEFAULT = RULES_4.version
PATTERN = "used-*.json"


def list_rankers(models: Path | None = None) -> dict[str, Ranker]:
    """Return all rankers by version: the rules, then those that learned from use, oldest first."""
    return {**RANKERS, **{ranker.version: ranker for ranker in _used(models)}}


def find_ranker(version: str = "", models: Path | None = None) -> Ranker:
    """Return the ranker of this version. Raises NotFound.

    By default the one that learned last, where any did; else the present rules.
    """
    if not version:
        return next(reversed(_used(models)), RANKERS[DEFAULT])
    ranker = list_rankers(models).get(version)
    if ranker is None:
        raise NotFound("没有版本为 %(version)s 的推荐排序。", version=version)
    return ranker


def _used(models: Path | None) -> list[UsedRanker]:
    files = sorted(models.glob(PATTERN)) if models else []
    return [_load(path, path.stat().st_mtime_ns) for path in files]


@lru_cache(maxsize=64)
def _load(path: Path, changed: int) -> UsedRanker:
    return load_used_ranker(path)
