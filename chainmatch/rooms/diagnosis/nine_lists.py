"""One map and nine lists (一图九单): the lists that a diagnosis of a chain carries, in words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chainmatch.i18n import gettext, mark
from chainmatch.rooms.diagnosis import labels, list_rows
from chainmatch.rooms.diagnosis.list_material import ListRow, Material
from graph.domain.diagnosis.facts import ChainFacts
from graph.domain.diagnosis.rules import NodeDiagnosis
from graph.domain.partner_cities import partner_cities
from graph.ledger import table
from graph.ledger.listing import ListedProject, show
from graph.store import Store
from graph.store.map.chain_firms import list_bad_credit
from graph.store.map.choices import Choice, list_region_choices


@dataclass(frozen=True)
class NineList:
    """One of the nine: its name, what stands in it, its columns and all its rows."""

    key: str
    title: str
    definition: str
    header: tuple[str, ...]
    rows: tuple[ListRow, ...]


def nine_lists(
    store: Store,
    facts: ChainFacts,
    nodes: Sequence[NodeDiagnosis],
    *,
    at: date,
    region: Choice | None,
) -> tuple[NineList, ...]:
    """Write all nine, in their order."""
    made: dict[str, list[NodeDiagnosis]] = {}
    for each in nodes:
        for making in each.node.makings:
            made.setdefault(making.enterprise, []).append(each)
    cities = [each.code for each in list_region_choices(store) if each.level == "city"]
    local = [code for code in made if facts.firms[code].is_local]
    material = Material(
        facts,
        nodes,
        made,
        _projects(store, {each.node.code for each in nodes}, at),
        partner_cities(region.code, cities) if region else frozenset(),
        list_bad_credit(store, local, at=at),
    )
    return tuple(
        NineList(
            key,
            gettext(title),
            gettext(definition),
            tuple(gettext(word) for word in header),
            tuple(rows(material)),
        )
        for key, title, definition, header, rows in _LISTS
    )


def _projects(store: Store, nodes: set[str], at: date) -> list[ListedProject]:
    day = table.find_day(store, at)
    tracks = [track for track in day.ledger.tracks if track.node in nodes]
    return [found for track in tracks if (found := show(track, at, day.book)) is not None]


Rows = Callable[[Material], Iterator[ListRow]]
_FIRM, _PLACE, _SIZE = mark("企业"), mark("所在地"), mark("规模")
_LISTS: tuple[tuple[str, str, str, tuple[str, ...], Rows], ...] = (
    (
        "enterprises",
        mark("企业清单"),
        mark("位于本地、生产本链节点的企业，大型在前"),
        (_FIRM, _PLACE, _SIZE, mark("资质"), mark("环节")),
        list_rows.enterprises,
    ),
    (
        "leaders",
        mark("链主清单"),
        labels.LEADER_RULE,
        (_FIRM, _PLACE, _SIZE, mark("本链往来企业"), mark("环节")),
        list_rows.leaders,
    ),
    (
        "gaps",
        mark("缺口清单"),
        mark("补链和延链的节点，附理由"),
        (mark("节点"), mark("位置"), mark("类别"), mark("理由"), mark("本地 / 全部企业")),
        list_rows.gaps,
    ),
    (
        "targets",
        mark("招引清单"),
        mark("在外地生产补链、延链节点的企业，周边城市在前，大型在前"),
        (_FIRM, _PLACE, _SIZE, mark("能补的节点"), mark("远近")),
        list_rows.targets,
    ),
    (
        "projects",
        mark("项目清单"),
        mark("签约台账里落在本链节点上的项目"),
        (mark("项目"), mark("节点"), mark("阶段"), mark("签约金额"), mark("灯色")),
        list_rows.listed_projects,
    ),
    (
        "technologies",
        mark("技术清单"),
        mark("以资质为证：高新技术、专精特新、“小巨人”、单项冠军、国家企业技术中心"),
        (_FIRM, mark("技术环节"), mark("资质"), _PLACE),
        list_rows.technologies,
    ),
    (
        "institutes",
        mark("平台清单"),
        mark("与本链节点有联系的高校、院所和检测机构"),
        (mark("院所"), _PLACE, mark("节点"), mark("科研服务")),
        list_rows.institutes,
    ),
    (
        "districts",
        mark("载体清单"),
        mark("本地企业所在的区县和园区，按家数"),
        (mark("地区"), mark("企业数"), mark("节点数"), mark("最大的企业")),
        list_rows.districts,
    ),
    (
        "risks",
        mark("风险清单"),
        mark("单点、依赖外地、高度集中的节点；有不良信用记录的企业；亮红灯的项目"),
        (mark("对象"), mark("风险")),
        list_rows.risks,
    ),
)
