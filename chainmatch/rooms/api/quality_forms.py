"""The parameters of the lists about data quality, as a program may send them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from chainmatch.i18n import mark
from chainmatch.rooms.api.forms import LONGEST_CODE, Chain, Paged
from graph.data_quality.rows import FIGURES, MONTHS, MOST_MONTHS
from graph.domain.duplicates import Decision
from graph.duplicates.judged import WAITING

Figure = StrEnum(
    "Figure", {f"{kind}.{key}": f"{kind}.{key}" for kind, keys in FIGURES.items() for key in keys}
)
"""All figures by kind and key, for example ``coverage.region``, ``old.MAKES``, ``rule.times``."""
PairState = StrEnum("PairState", {name: name for name in (WAITING, *Decision)})
"""What people said of a pair."""

Source = Annotated[
    str,
    Meta(
        max_length=LONGEST_CODE,
        description=mark("只看这个来源；没有这个来源时答复 404；与 chain 都填时按来源"),
    ),
]
Months = Annotated[int, Meta(ge=1, le=MOST_MONTHS, description=mark("数据日期早于几个月前算陈旧"))]


@dataclass(frozen=True, kw_only=True)
class Quality(Paged):
    """Of which part of the map the figures are."""

    source: Source = ""
    chain: Chain = ""
    months: Months = MONTHS


@dataclass(frozen=True, kw_only=True)
class QualityRows(Quality):
    """The rows behind one figure."""

    figure: Annotated[
        Figure,  # type: ignore[valid-type]
        Meta(description=mark("哪个指标：种类和名称，中间是点，与指标列表相同")),
    ]
    told: Annotated[bool, Meta(description=mark("覆盖类指标：true 列出有的，false 列出没有的"))] = (
        False
    )


@dataclass(frozen=True, kw_only=True)
class Duplicates(Paged):
    """Which pairs."""

    state: Annotated[
        PairState,  # type: ignore[valid-type]
        Meta(
            description=mark("人工判断的结果：waiting 待判断，later 稍后再看，distinct 不是同一家")
        ),
    ] = PairState[WAITING]
