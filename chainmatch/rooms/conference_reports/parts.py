"""The report of a conference as parts of a document."""

from chainmatch.documents.parts import Bar, Bars, Figure, Figures, Heading, Part, Table
from chainmatch.formats import count, money
from chainmatch.i18n import gettext, listed
from chainmatch.rooms.conference_reports.queries import Line, Report
from chainmatch.wording.conference_names import OUTCOMES

TONES = ("off", "signed", "signed", "landed", "landed")
MOST_GAPS = 40


def report_parts(report: Report) -> list[Part]:
    """Lay the report out in the reader's language."""
    return [
        Figures(tuple(Figure(name, value, "", "") for name, value in figures(report))),
        Heading(gettext("从意愿到签约")),
        Bars(gettext("前一步有多少走到下一步"), _bars(report)),
        Heading(gettext("会谈结果")),
        _outcomes(report),
        Heading(gettext("按专场和产业链")),
        _lines(gettext("专场"), report.by_session, ""),
        _lines(gettext("产业链"), report.by_chain, gettext("一场会谈涉及几条产业链，就各计一次。")),
        Heading(gettext("补链覆盖")),
        _gaps(report),
        Heading(gettext("签约项目")),
        Table(
            "",
            (gettext("项目"), gettext("金额")),
            tuple((each.name, money(each.total)) for each in report.signed),
            frozenset({1}),
            note="" if report.signed else gettext("还没有签约项目。"),
        ),
    ]


def figures(report: Report) -> list[tuple[str, str]]:
    """Return the numbers that matter with their names."""
    covered = sum(each.is_planned for each in report.gaps)
    return [
        (gettext("签到企业"), f"{count(report.come)} / {count(len(report.whole.parties))}"),
        (gettext("已举行会谈"), f"{count(report.funnel[2])} / {count(len(report.meetings))}"),
        (gettext("达成意向"), count(report.funnel[3])),
        (gettext("签约项目"), count(len(report.signed))),
        (gettext("签约金额"), money(report.amount)),
        (gettext("补链覆盖"), f"{count(covered)} / {count(len(report.gaps))}"),
    ]


def steps() -> tuple[str, ...]:
    """Name the steps of the funnel."""
    return (
        gettext("有意愿的配对"),
        gettext("已排会谈"),
        gettext("已举行会谈"),
        gettext("达成意向"),
        gettext("签约项目"),
    )


def _bars(report: Report) -> tuple[Bar, ...]:
    most = max(*report.funnel, 1)
    rows = zip(steps(), report.funnel, TONES, strict=True)
    return tuple(Bar(name, number / most, count(number), tone) for name, number, tone in rows)


def _outcomes(report: Report) -> Table:
    return Table(
        "",
        (gettext("结果"), gettext("会后"), gettext("半年后")),
        tuple((gettext(OUTCOMES[o]), count(end), count(later)) for o, end, later in report.said),
        frozenset({1, 2}),
    )


def _lines(title: str, lines: list[Line], note: str) -> Table:
    return Table(
        "",
        (title, gettext("已排"), gettext("已举行"), gettext("意向"), gettext("签约")),
        tuple(
            (e.name, count(e.planned), count(e.held), count(e.agreed), count(e.signed))
            for e in lines
        ),
        frozenset({1, 2, 3, 4}),
        note=note,
    )


def _gaps(report: Report) -> Table:
    shown = report.gaps[:MOST_GAPS]
    left = len(report.gaps) - len(shown)
    return Table(
        "",
        (gettext("稀缺节点"), gettext("参会的生产企业"), gettext("排到会谈"), gettext("已举行")),
        tuple((e.name, listed(e.makers), _yes(e.is_planned), _yes(e.is_held)) for e in shown),
        note=gettext("另有 %(count)s 个节点，见 Excel。", count=left) if left else "",
    )


def _yes(is_so: bool) -> str:
    return gettext("是") if is_so else gettext("否")
