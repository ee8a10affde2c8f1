"""One map and nine lists (一图九单): the lists that a diagnosis of a chain carries, in words."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chainmatch.diagnosis import labels
from chainmatch.formats import money, percent
from chainmatch.i18n import gettext, mark, pick
from chainmatch.wording.map_names import certification_list
from chainmatch.wording.project_names import COLOURS, stage_word
from graph.domain.credit import CreditKind
from graph.domain.diagnosis.facts import ChainFacts, Firm
from graph.domain.diagnosis.leaders import find_leaders
from graph.domain.diagnosis.market import HIGH
from graph.domain.diagnosis.rules import Ground, NodeDiagnosis, Strength
from graph.domain.followup.rules import Colour
from graph.domain.partner_cities import city_of, partner_cities
from graph.ledger import table
from graph.ledger.listing import ListedProject, show
from graph.store import Store
from graph.store.map.chain_facts import list_bad_credit
from graph.store.map.choices import Choice, list_region_choices

TECHNOLOGY = (
    "高新技术企业",
    "专精特新中小企业",
    "专精特新“小巨人”",
    "制造业单项冠军",
    "国家企业技术中心",
)
SIZE_ORDER = ("large", "medium", "small", "micro", "")
NODES_NAMED = 4


@dataclass(frozen=True)
class ListRow:
    """Texts of a row; its first cell leads to the record ``kind`` with this ``code``."""

    kind: str
    code: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class NineList:
    """One of the nine: its name, what stands in it, its columns and all its rows."""

    key: str
    title: str
    definition: str
    header: tuple[str, ...]
    rows: tuple[ListRow, ...]


@dataclass(frozen=True)
class Material:
    """What the lists are written from."""

    facts: ChainFacts
    nodes: Sequence[NodeDiagnosis]
    made: dict[str, list[NodeDiagnosis]]
    projects: Sequence[ListedProject]
    partners: frozenset[str]
    credit: Sequence[tuple[str, CreditKind, str]]


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


def firm_name(firm: Firm) -> str:
    """Name an enterprise in the reader's language."""
    return pick(firm.enterprise.name, firm.enterprise.name_en)


def node_name(each: NodeDiagnosis) -> str:
    """Name a node in the reader's language."""
    return pick(each.node.name, each.node.name_en)


def place_name(firm: Firm) -> str:
    """Name where an enterprise stands."""
    return pick(firm.region_name, firm.region_name_en)


def why(each: NodeDiagnosis) -> str:
    """Say why a node is in its class."""
    return gettext("；").join(gettext(labels.GROUNDS[ground]) for ground in each.grounds)


def _local(material: Material) -> list[Firm]:
    firms = [material.facts.firms[code] for code in material.made]
    return sorted(
        (firm for firm in firms if firm.is_local),
        key=lambda firm: (
            SIZE_ORDER.index(firm.enterprise.size),
            -len(material.made[firm.code]),
            firm.code,
        ),
    )


def _named(material: Material, code: str) -> str:
    nodes = material.made[code]
    words = gettext("、").join(node_name(each) for each in nodes[:NODES_NAMED])
    return f"{words} +{len(nodes) - NODES_NAMED}" if len(nodes) > NODES_NAMED else words


def _firm_row(material: Material, firm: Firm) -> ListRow:
    return ListRow(
        "enterprise",
        firm.code,
        (
            firm_name(firm),
            place_name(firm),
            labels.size_name(firm.enterprise.size),
            certification_list(firm.enterprise.certifications),
            _named(material, firm.code),
        ),
    )


def _enterprises(material: Material) -> Iterator[ListRow]:
    return (_firm_row(material, firm) for firm in _local(material))


def _leaders(material: Material) -> Iterator[ListRow]:
    for code in find_leaders(material.facts):
        row = _firm_row(material, material.facts.firms[code])
        partners = str(material.facts.partners.get(code, 0))
        yield ListRow(row.kind, row.code, (*row.cells[:3], partners, row.cells[4]))


def _gaps(material: Material) -> Iterator[ListRow]:
    for each in material.nodes:
        if each.strength in {Strength.FILL, Strength.EXTEND}:
            yield ListRow(
                "node",
                each.node.code,
                (
                    node_name(each),
                    labels.stage_name(each.node.stage),
                    gettext(labels.STRENGTHS[each.strength]),
                    why(each),
                    f"{len(each.local)} / {each.makers}",
                ),
            )


def _targets(material: Material) -> Iterator[ListRow]:
    """List who makes outside what is weak here: partner cities first, then the larger."""
    weak = {each.node.code for each in material.nodes if each.strength != Strength.KEEP}
    weak -= {each.node.code for each in material.nodes if each.strength == Strength.STRONG}
    found = []
    for code, nodes in material.made.items():
        firm = material.facts.firms[code]
        missing = [each for each in nodes if each.node.code in weak]
        if not firm.is_local and missing:
            is_near = city_of(firm.region) in material.partners
            size = SIZE_ORDER.index(firm.enterprise.size)
            found.append(((not is_near, size, -len(missing), code), firm, missing))
    for (is_far, *_), firm, missing in sorted(found, key=lambda each: each[0]):
        row = _firm_row(material, firm)
        names = gettext("、").join(node_name(each) for each in missing[:NODES_NAMED])
        near = "" if is_far else gettext("周边城市")
        yield ListRow(row.kind, row.code, (*row.cells[:3], names, near))


def _listed_projects(material: Material) -> Iterator[ListRow]:
    names = {each.node.code: node_name(each) for each in material.nodes}
    for each in material.projects:
        yield ListRow(
            "project",
            each.track.code,
            (
                pick(each.track.name, each.track.name_en),
                names[each.track.node],
                stage_word(each.standing.stage),
                money(each.standing.contracted),
                gettext(COLOURS[each.light.colour]),
            ),
        )


def _technologies(material: Material) -> Iterator[ListRow]:
    for firm in _local(material):
        titles = [each for each in firm.enterprise.certifications if each in TECHNOLOGY]
        if titles:
            row = _firm_row(material, firm)
            yield ListRow(
                row.kind,
                row.code,
                (row.cells[0], row.cells[4], certification_list(titles), row.cells[1]),
            )


def _institutes(material: Material) -> Iterator[ListRow]:
    tied: dict[str, list[NodeDiagnosis]] = {}
    for each in material.nodes:
        for code in material.facts.institutes.get(each.node.code, ()):
            tied.setdefault(code, []).append(each)
    for code, nodes in sorted(tied.items(), key=lambda item: (-len(item[1]), item[0])):
        firm = material.facts.firms[code]
        yield ListRow(
            "enterprise",
            code,
            (
                firm_name(firm),
                place_name(firm),
                gettext("、").join(node_name(each) for each in nodes[:NODES_NAMED]),
                gettext("、").join(firm.enterprise.services),
            ),
        )


def _districts(material: Material) -> Iterator[ListRow]:
    local = [firm for firm in _local(material) if firm.region]
    for code, number in Counter(firm.region for firm in local).most_common():
        firms = [firm for firm in local if firm.region == code]
        nodes = {each.node.code for firm in firms for each in material.made[firm.code]}
        yield ListRow(
            "region",
            code,
            (place_name(firms[0]), str(number), str(len(nodes)), firm_name(firms[0])),
        )


def _risks(material: Material) -> Iterator[ListRow]:
    for each in material.nodes:
        for words in _node_risks(each):
            yield ListRow("node", each.node.code, (node_name(each), words))
    for code, kind, day in material.credit:
        name = firm_name(material.facts.firms[code])
        yield ListRow("enterprise", code, (name, f"{labels.credit_name(kind)} {day}"))
    for project in material.projects:
        if project.light.colour == Colour.RED:
            name = pick(project.track.name, project.track.name_en)
            yield ListRow("project", project.track.code, (name, gettext("签约项目亮红灯")))


def _node_risks(each: NodeDiagnosis) -> Iterator[str]:
    if each.is_single:
        yield gettext("全图只有一家企业生产")
    elif each.is_local_single:
        yield gettext("本地只有一家企业生产")
    if Ground.DEPENDENT in each.grounds:
        yield gettext("%(share)s 的采购来自外地", share=percent(each.dependence or 0))
    if each.makers > 1 and (each.market.hhi or 0) > HIGH:
        basis = gettext(labels.BASES[each.market.basis])
        yield gettext("高度集中，HHI %(hhi)s（%(basis)s）", hhi=each.market.hhi, basis=basis)


Rows = Callable[[Material], Iterator[ListRow]]
_FIRM, _PLACE, _SIZE = mark("企业"), mark("所在地"), mark("规模")
_LISTS: tuple[tuple[str, str, str, tuple[str, ...], Rows], ...] = (
    (
        "enterprises",
        mark("企业清单"),
        mark("位于本地、生产本链节点的企业，大型在前"),
        (_FIRM, _PLACE, _SIZE, mark("资质"), mark("环节")),
        _enterprises,
    ),
    (
        "leaders",
        mark("链主清单"),
        labels.LEADER_RULE,
        (_FIRM, _PLACE, _SIZE, mark("本链往来企业"), mark("环节")),
        _leaders,
    ),
    (
        "gaps",
        mark("缺口清单"),
        mark("补链和延链的节点，附理由"),
        (mark("节点"), mark("位置"), mark("类别"), mark("理由"), mark("本地 / 全部企业")),
        _gaps,
    ),
    (
        "targets",
        mark("招引清单"),
        mark("在外地生产补链、延链节点的企业，周边城市在前，大型在前"),
        (_FIRM, _PLACE, _SIZE, mark("能补的节点"), mark("远近")),
        _targets,
    ),
    (
        "projects",
        mark("项目清单"),
        mark("签约台账里落在本链节点上的项目"),
        (mark("项目"), mark("节点"), mark("阶段"), mark("签约金额"), mark("灯色")),
        _listed_projects,
    ),
    (
        "technologies",
        mark("技术清单"),
        mark("以资质为证：高新技术、专精特新、“小巨人”、单项冠军、国家企业技术中心"),
        (_FIRM, mark("技术环节"), mark("资质"), _PLACE),
        _technologies,
    ),
    (
        "institutes",
        mark("平台清单"),
        mark("与本链节点有联系的高校、院所和检测机构"),
        (mark("院所"), _PLACE, mark("节点"), mark("科研服务")),
        _institutes,
    ),
    (
        "districts",
        mark("载体清单"),
        mark("本地企业所在的区县和园区，按家数"),
        (mark("地区"), mark("企业数"), mark("节点数"), mark("最大的企业")),
        _districts,
    ),
    (
        "risks",
        mark("风险清单"),
        mark("单点、依赖外地、高度集中的节点；有不良信用记录的企业；亮红灯的项目"),
        (mark("对象"), mark("风险")),
        _risks,
    ),
)
