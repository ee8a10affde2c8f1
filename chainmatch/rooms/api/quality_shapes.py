"""What is answered about the quality of the data: figures, rows, likely duplicates, merges."""

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from chainmatch.i18n import mark
from chainmatch.rooms.api.shapes import Code, Count, English, Name, Texts

Day = Annotated[str, Meta(description=mark("数据日期，不适用时为空"))]
Time = Annotated[str, Meta(description=mark("时刻，UTC；没有则为空"))]
Person = Annotated[str, Meta(description=mark("谁：账号的邮箱；没有则为空"))]
Other = Annotated[str, Meta(description=mark("另一方的编码，没有则为空"))]


@dataclass(frozen=True)
class QualityFigure:
    """A figure of the latest survey, with its numerator and denominator."""

    figure: Annotated[str, Meta(description=mark("指标：种类（coverage、old、rule）和名称"))]
    told: Annotated[Count, Meta(description=mark("分子：有这项的记录、陈旧的记录、违反规则的条数"))]
    among: Annotated[int | None, Meta(description=mark("分母；规则没有分母，为空"))]
    severity: Annotated[
        Literal["high", "medium", "low"] | None, Meta(description=mark("规则的严重程度"))
    ]
    as_of: Annotated[str, Meta(description=mark("按哪一天的图谱统计"))]
    is_current: Annotated[bool, Meta(description=mark("统计之后图谱是否没有变化"))]


@dataclass(frozen=True)
class QualityRow:
    """A record behind a figure; a link or a contradiction names two."""

    code: Code
    name: Name
    name_en: English
    other: Other
    other_name: Annotated[str, Meta(description=mark("另一方的名称"))]
    other_name_en: Annotated[str, Meta(description=mark("另一方的英文名称"))]
    detail: Annotated[str, Meta(description=mark("矛盾的内容，其余为空"))]
    as_of: Day
    sources: Annotated[Texts, Meta(description=mark("来源"))]


@dataclass(frozen=True)
class DuplicatePair:
    """Two records that may be one enterprise, the likeliest first."""

    one: Code
    one_name: Name
    one_name_en: English
    other: Annotated[str, Meta(description=mark("另一方的编码"))]
    other_name: Annotated[str, Meta(description=mark("另一方的名称"))]
    other_name_en: Annotated[str, Meta(description=mark("另一方的英文名称"))]
    score: Annotated[
        int, Meta(ge=0, le=100, description=mark("相似度，0 到 100；人工指定的一对为 0"))
    ]
    agreeing: Annotated[Texts, Meta(description=mark("相符之处"))]
    contradicting: Annotated[Texts, Meta(description=mark("不符之处"))]
    by: Person
    at: Time


@dataclass(frozen=True)
class Merge:
    """A merge on record, the latest first."""

    id: Annotated[str, Meta(description=mark("合并记录的 id"))]
    stays: Annotated[str, Meta(description=mark("保留的企业的编码"))]
    stays_name: Name
    stays_name_en: English
    goes: Annotated[str, Meta(description=mark("并入的企业的编码"))]
    goes_name: Annotated[str, Meta(description=mark("并入的企业当时的名称"))]
    goes_name_en: English
    at: Time
    by: Person
    is_undone: Annotated[bool, Meta(description=mark("是否已撤销"))]
    undone_at: Time
    undone_by: Person
    moved: Annotated[Count, Meta(description=mark("移动的关系数"))]
    kept: Annotated[Count, Meta(description=mark("两家都有、没有移动的关系数"))]
