"""The parameters of each list and record, as a program may send them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from chainmatch.i18n import mark
from graph.domain.chain import NodeKind, Stage
from graph.domain.enterprise import Size
from graph.domain.history.change import ChangeKind
from graph.domain.history.difference import Way
from graph.domain.listing import ListingKind
from graph.domain.projects.indicators import Dimension
from graph.domain.recommendation import PartnerRole
from graph.schema import MAP_LABELS, MAP_LINKS
from graph.store.bulk.map_pages import LINK_TYPES
from graph.store.history.differences import KINDS as DIFFERENCE_KINDS

LONGEST_CODE = 200
LONGEST_WORDS = 100
LONGEST_CURSOR = 2000
MOST_ROWS = 500
MOST_VALUES = 10


class Form(StrEnum):
    """In which form a list is answered."""

    JSON = "json"
    CSV = "csv"


class Level(StrEnum):
    """How large a region is."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    PARK = "park"


class Light(StrEnum):
    """The lights that a project can show."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    OFF = "off"
    NONE = "none"


LinkType = StrEnum("LinkType", {name: name for name in LINK_TYPES})
"""Which links: the types of the map that carry evidence."""

MapObject = StrEnum("MapObject", {each.name: each.name for each in (*MAP_LABELS, *MAP_LINKS)})
"""Labels and link types of the map."""
DifferenceKind = StrEnum("DifferenceKind", {name: name for name in DIFFERENCE_KINDS})
"""What can come, go or change between two days."""

At = Annotated[date | None, Meta(description=mark("按哪一天的情况读取，默认今天，不能晚于今天"))]
LaterAt = Annotated[date | None, Meta(description=mark("按哪一天的情况读取，默认今天"))]
"""A day of the ledger of projects, which tells also what will be due on days to come."""
Words = Annotated[str, Meta(max_length=LONGEST_WORDS, description=mark("名称或编码里的字词"))]
Filter = Annotated[str, Meta(max_length=LONGEST_CODE)]
Chain = Annotated[
    str, Meta(max_length=LONGEST_CODE, description=mark("产业链编码；没有这条链时答复 404"))
]
Region = Annotated[
    str, Meta(max_length=LONGEST_CODE, description=mark("地区编码（GB/T 2260），包括其下属地区"))
]


@dataclass(frozen=True, kw_only=True)
class Nothing:
    """No parameters."""


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A record as of a day."""

    at: At = None


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    """A record of the ledger as of a day, or of one to come."""

    looks_ahead: ClassVar[bool] = True
    at: LaterAt = None


@dataclass(frozen=True, kw_only=True)
class Paged:
    """A page of a list."""

    limit: Annotated[int, Meta(ge=1, le=MOST_ROWS, description=mark("一页最多多少行"))] = 100
    cursor: Annotated[
        str,
        Meta(max_length=LONGEST_CURSOR, description=mark("上一页答复里的 next；不填为第一页")),
    ] = ""
    format: Annotated[
        Form | None, Meta(description=mark("答复的格式；不填时按请求头 Accept，默认 JSON"))
    ] = None


@dataclass(frozen=True, kw_only=True)
class Chains(Paged):
    """Which chains."""

    q: Words = ""
    at: At = None


@dataclass(frozen=True, kw_only=True)
class Nodes(Paged):
    """Which chain nodes."""

    chain: Chain = ""
    kind: Annotated[NodeKind | None, Meta(description=mark("节点的类型"))] = None
    at: At = None


@dataclass(frozen=True, kw_only=True)
class Links(Paged):
    """Which links: of one type, from a code or to one."""

    type: Annotated[LinkType, Meta(description=mark("关系的类型"))]  # type: ignore[valid-type]
    start: Annotated[Filter, Meta(description=mark("起点的编码"))] = ""
    end: Annotated[Filter, Meta(description=mark("终点的编码"))] = ""
    at: At = None


@dataclass(frozen=True, kw_only=True)
class Changes(Paged):
    """Which changes of the map."""

    since: Annotated[date | None, Meta(description=mark("从哪一天起，含当天"))] = None
    until: Annotated[
        date | None, Meta(description=mark("到哪一天为止，含当天；早于 since 时两者对调"))
    ] = None
    by: Annotated[Filter, Meta(description=mark("谁：账号的邮箱，命令行为 @command"))] = ""
    source: Annotated[Filter, Meta(description=mark("按哪个来源"))] = ""
    kind: Annotated[ChangeKind | None, Meta(description=mark("变更的类型"))] = None
    object: Annotated[
        MapObject | None,  # type: ignore[valid-type]
        Meta(description=mark("什么的变更：节点或关系的种类")),
    ] = None
    chain: Annotated[Filter, Meta(description=mark("涉及哪条产业链，编码"))] = ""
    code: Annotated[Filter, Meta(description=mark("企业、节点等的编码，关系的任一端"))] = ""
    run: Annotated[Filter, Meta(description=mark("哪一批导入，即那一批自己的 id"))] = ""
    q: Words = ""


@dataclass(frozen=True, kw_only=True)
class Differences(Paged):
    """Two days, in either order, and one part of the map or all of it."""

    one: Annotated[date, Meta(description=mark("两个日期之一"))]
    two: Annotated[date | None, Meta(description=mark("另一个日期，默认今天"))] = None
    chain: Chain = ""
    region: Annotated[Filter, Meta(description=mark("只看这个地区的企业，地区编码"))] = ""
    industry: Annotated[Filter, Meta(description=mark("只看这个行业的企业，行业节点的编码"))] = ""


@dataclass(frozen=True, kw_only=True)
class DifferenceRows(Differences):
    """One kind of what differs, in one way."""

    kind: Annotated[
        DifferenceKind,  # type: ignore[valid-type]
        Meta(description=mark("什么：企业、链节点或一种关系")),
    ]
    way: Annotated[Way, Meta(description=mark("came 新增，went 消失，changed 变化"))] = Way.CAME


@dataclass(frozen=True, kw_only=True)
class Regions(Paged):
    """Which regions."""

    level: Annotated[Level | None, Meta(description=mark("地区的级别"))] = None
    within: Annotated[Filter, Meta(description=mark("直接所属的上级地区编码"))] = ""


@dataclass(frozen=True, kw_only=True)
class Enterprises(Paged):
    """Which enterprises: what is told of each must be fulfilled."""

    chain: Chain = ""
    stage: Annotated[Stage | None, Meta(description=mark("产品所处的环节"))] = None
    region: Region = ""
    size: Annotated[Size | None, Meta(description=mark("规模"))] = None
    certification: Annotated[
        tuple[Filter, ...], Meta(max_length=MOST_VALUES, description=mark("资质，其一即可，可重复"))
    ] = ()
    node: Annotated[Filter, Meta(description=mark("生产这个链节点的企业"))] = ""


@dataclass(frozen=True, kw_only=True)
class Search(Enterprises):
    """What is searched for."""

    q: Annotated[
        str,
        Meta(max_length=LONGEST_WORDS, description=mark("企业名称、产品、节点、拼音或首字母")),
    ] = ""
    has: Annotated[ListingKind | None, Meta(description=mark("有公开的供给或需求"))] = None
    owner: Annotated[Filter, Meta(description=mark("所属集团或实际控制人的名称或编码"))] = ""
    conference: Annotated[Filter, Meta(description=mark("参加这场活动；须是您能看到的活动"))] = ""
    km: Annotated[
        Literal[5, 10, 20, 50, 100, 200, 500] | None,
        Meta(description=mark("距离在多少公里以内")),
    ] = None
    origin: Annotated[Filter, Meta(description=mark("从哪家企业量距离，默认所代表的企业"))] = ""


@dataclass(frozen=True, kw_only=True)
class Recommendations(Paged):
    """Which partners."""

    role: Annotated[PartnerRole, Meta(description=mark("伙伴的类型"))] = PartnerRole.SUPPLIER
    region: Region = ""
    chain: Chain = ""
    size: Annotated[Size | None, Meta(description=mark("规模"))] = None
    known: Annotated[bool, Meta(description=mark("是否包括已有往来的伙伴"))] = False
    at: At = None


@dataclass(frozen=True, kw_only=True)
class Projects(Paged):
    """Which projects, as they stood on a day, or will on one to come."""

    looks_ahead: ClassVar[bool] = True
    q: Words = ""
    stage: Annotated[Filter, Meta(description=mark("阶段，例如 signed、started、producing"))] = ""
    light: Annotated[Light | None, Meta(description=mark("亮灯"))] = None
    region: Annotated[Filter, Meta(description=mark("所在地区编码"))] = ""
    chain: Chain = ""
    at: LaterAt = None


@dataclass(frozen=True, kw_only=True)
class Indicators(Paged):
    """Figures over all projects of a day, or by group."""

    looks_ahead: ClassVar[bool] = True
    by: Annotated[Dimension | None, Meta(description=mark("按什么分组；不填为全部项目"))] = None
    at: LaterAt = None
