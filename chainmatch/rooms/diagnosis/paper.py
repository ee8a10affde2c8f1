"""A diagnosis as a document: the parts that its PDF is drawn from."""

import io
from collections.abc import Iterable
from datetime import datetime, time

from chainmatch.documents.fonts import find_font
from chainmatch.documents.parts import Figure, Figures, Heading, Paragraph, Part, Table
from chainmatch.documents.pdf_file import pdf_bytes
from chainmatch.formats import ZONE, percent
from chainmatch.i18n import gettext, pick
from chainmatch.rooms.diagnosis import labels
from chainmatch.rooms.diagnosis.nine_lists import NineList
from chainmatch.rooms.diagnosis.queries import Diagnosis
from chainmatch.rooms.diagnosis.words import node_name, why
from graph.domain.diagnosis.rules import NodeDiagnosis, Strength

MOST_ROWS = 12
"""A page to print holds the first rows of each list; the workbook holds them all."""


def title(shown: Diagnosis) -> str:
    """Name the document."""
    return gettext("%(name)s 诊断", name=pick(shown.name.name, shown.name.name_en))


def subtitle(shown: Diagnosis) -> str:
    """Say from where and for which day the map was read."""
    place = gettext("全图")
    if shown.place:
        place = pick(shown.place.name, shown.place.name_en)
    return gettext("%(place)s · 图谱日期 %(date)s", place=place, date=shown.subject.at.isoformat())


def merge_note(shown: Diagnosis) -> str:
    """Say that the day shows as one what was merged later; nothing where nothing was."""
    if not shown.merged:
        return ""
    return gettext(
        "%(day)s 之后有 %(number)s 家企业并入别家，文件里当天的关系已记在保留的企业名下。",
        day=shown.subject.at.isoformat(),
        number=shown.merged,
    )


def write_pdf(shown: Diagnosis, lists: Iterable[NineList]) -> io.BytesIO:
    """Draw the diagnosis. Raises BadInput where the machine has no Chinese font."""
    return io.BytesIO(
        pdf_bytes(
            find_font(),
            title=title(shown),
            subtitle=subtitle(shown),
            parts=parts(shown, lists),
            foot=gettext("定义和数据来源见系统内同名页面，每个数字都可以点开看到背后的记录。"),
            at=datetime.combine(shown.subject.at, time(), ZONE),
        )
    )


def parts(shown: Diagnosis, lists: Iterable[NineList]) -> list[Part]:
    """Lay the diagnosis out: figures, what is to be done with the nodes, nine lists."""
    found: list[Part] = [Paragraph(note)] if (note := merge_note(shown)) else []
    found += [Figures(_figures(shown)), Heading(gettext("强链、补链、延链"))]
    found += [_sentence(strength, nodes) for strength, nodes in shown.by_strength.items() if nodes]
    found.append(Heading(gettext("节点")))
    found.append(_node_table(shown.nodes))
    found.append(Heading(gettext("九张清单")))
    found += [_table(each) for each in lists if each.rows]
    return found


def _figures(shown: Diagnosis) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            gettext(labels.ASKED[asked]),
            "–" if figure.value is None else percent(figure.value),
            f"{figure.numerator} / {figure.denominator}",
            "",
        )
        for asked, figure in shown.figures.items()
    )


def _sentence(strength: Strength, nodes: list[NodeDiagnosis]) -> Paragraph:
    names = gettext("、").join(node_name(each) for each in nodes)
    return Paragraph(
        gettext(
            "%(strength)s（%(number)s 个节点）：%(names)s。",
            strength=gettext(labels.STRENGTHS[strength]),
            number=len(nodes),
            names=names,
        )
    )


def _node_table(nodes: Iterable[NodeDiagnosis]) -> Table:
    return Table(
        gettext("本地 / 全部企业，HHI 为赫芬达尔指数（0–10000），对外依赖为外地供应 ÷ 已知采购"),
        tuple(
            map(
                gettext,
                ("节点", "类别", "理由", "本地 / 全部企业", "HHI", "对外依赖"),
            )
        ),
        tuple(
            (
                node_name(each),
                gettext(labels.STRENGTHS[each.strength]),
                why(each),
                f"{len(each.local)} / {each.makers}",
                "–" if each.market.hhi is None else str(each.market.hhi),
                "–" if each.dependence is None else f"{each.imported} / {each.known}",
            )
            for each in nodes
        ),
        numeric=frozenset({3, 4, 5}),
    )


def _table(each: NineList) -> Table:
    more = len(each.rows) - MOST_ROWS
    note = gettext("另有 %(number)s 行，见 Excel 文件。", number=more) if more > 0 else ""
    return Table(
        gettext("%(title)s：%(definition)s", title=each.title, definition=each.definition),
        each.header,
        tuple(row.cells for row in each.rows[:MOST_ROWS]),
        note=note,
    )
