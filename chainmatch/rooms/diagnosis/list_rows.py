"""The rows of the nine lists, in words."""

from collections import Counter
from collections.abc import Iterator

from chainmatch.formats import money, percent
from chainmatch.i18n import gettext, pick
from chainmatch.rooms.diagnosis import labels
from chainmatch.rooms.diagnosis.list_material import ListRow, Material
from chainmatch.rooms.diagnosis.words import firm_name, node_name, place_name, why
from chainmatch.wording.map_names import certification_list
from chainmatch.wording.project_names import COLOURS, stage_word
from graph.domain.diagnosis.facts import Firm
from graph.domain.diagnosis.leaders import find_leaders
from graph.domain.diagnosis.market import HIGH
from graph.domain.diagnosis.rules import Ground, NodeDiagnosis, Strength
from graph.domain.followup.rules import Colour
from graph.domain.partner_cities import city_of

TECHNOLOGY = (
    "高新技术企业",
    "专精特新中小企业",
    "专精特新“小巨人”",
    "制造业单项冠军",
    "国家企业技术中心",
)
SIZE_ORDER = ("large", "medium", "small", "micro", "")
NODES_NAMED = 4


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


def enterprises(material: Material) -> Iterator[ListRow]:
    """List the local companies, the larger first."""
    return (_firm_row(material, firm) for firm in _local(material))


def leaders(material: Material) -> Iterator[ListRow]:
    """List the local leaders with their partners in the chain."""
    for code in find_leaders(material.facts):
        row = _firm_row(material, material.facts.firms[code])
        partners = str(material.facts.partners.get(code, 0))
        yield ListRow(row.kind, row.code, (*row.cells[:3], partners, row.cells[4]))


def gaps(material: Material) -> Iterator[ListRow]:
    """List the nodes to fill or to extend, with the reason."""
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


def targets(material: Material) -> Iterator[ListRow]:
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


def listed_projects(material: Material) -> Iterator[ListRow]:
    """List the signed projects on the nodes of the chain."""
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


def technologies(material: Material) -> Iterator[ListRow]:
    """List the local companies with a title that certifies their technology."""
    for firm in _local(material):
        titles = [each for each in firm.enterprise.certifications if each in TECHNOLOGY]
        if titles:
            row = _firm_row(material, firm)
            yield ListRow(
                row.kind,
                row.code,
                (row.cells[0], row.cells[4], certification_list(titles), row.cells[1]),
            )


def institutes(material: Material) -> Iterator[ListRow]:
    """List the institutes tied to nodes, those of most nodes first."""
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


def districts(material: Material) -> Iterator[ListRow]:
    """List the regions in which local companies stand."""
    local = [firm for firm in _local(material) if firm.region]
    for code, number in Counter(firm.region for firm in local).most_common():
        firms = [firm for firm in local if firm.region == code]
        nodes = {each.node.code for firm in firms for each in material.made[firm.code]}
        yield ListRow(
            "region",
            code,
            (place_name(firms[0]), str(number), str(len(nodes)), firm_name(firms[0])),
        )


def risks(material: Material) -> Iterator[ListRow]:
    """List what may break: nodes, enterprises with bad credit, red projects."""
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
