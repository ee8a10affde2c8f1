"""Lays a bulletin out as a list of parts, said in the reader's language."""

from collections.abc import Callable, Iterator, Sequence

from chainmatch.documents.parts import (
    Bar,
    Bars,
    Districts,
    Figure,
    Figures,
    Heading,
    Paragraph,
    Part,
    Table,
)
from chainmatch.formats import count, money, percent
from chainmatch.i18n import gettext, mark, pick, translate
from chainmatch.rooms.bulletins.labels import SHOWN
from chainmatch.wording.project_names import COLOURS, INDICATORS, STAGE_NAMES, stage_word
from graph.domain.bulletin import Bulletin, Content, GroupLine
from graph.domain.districts import draw
from graph.domain.followup.rules import Colour
from graph.domain.followup.stages import STARTED
from graph.domain.message_json import message_from_json
from graph.domain.projects.indicators import Indicator

POINTS = 100
LIGHTS = (Colour.RED, Colour.YELLOW, Colour.GREEN, Colour.OFF)
LANDED = tuple(STAGE_NAMES).index(STARTED)
RANKED = (
    mark("签约"),
    mark("开工"),
    mark("开工率"),
    mark("较上期"),
    mark("投产"),
    mark("资金到位率"),
    mark("逾期"),
)
MOVED = (mark("项目"), mark("责任单位"), mark("变化"), mark("日期"))
LATE = (
    mark("项目"),
    mark("责任单位"),
    mark("阶段"),
    mark("灯色"),
    mark("原因"),
    mark("签约金额"),
)


def parts(bulletin: Bulletin) -> list[Part]:
    """Lay a bulletin out; a text that nobody wrote and an empty table are left out."""
    found: list[Part] = []
    for heading, text, build in _SECTIONS:
        inner = [Paragraph(bulletin.texts[text])] if bulletin.texts.get(text, "").strip() else []
        inner = [*inner, *build(bulletin.content)]
        if inner:
            found += [Heading(gettext(heading)), *inner]
    return found


def _overview(content: Content) -> Iterator[Part]:
    yield Figures(tuple(_figure(content, each) for each in SHOWN))
    most = max((line.reached for line in content.stages), default=0) or 1
    yield Bars(
        gettext("达到各阶段的项目"),
        tuple(
            Bar(
                pick(line.name, line.name_en),
                line.reached / most,
                count(line.reached),
                "landed" if place >= LANDED else "signed",
            )
            for place, line in enumerate(content.stages)
        ),
    )
    yield Bars(gettext("灯色"), tuple(_lights(content)))


def _lights(content: Content) -> Iterator[Bar]:
    most = max((content.lights.get(colour, 0) for colour in LIGHTS), default=0) or 1
    for colour in LIGHTS:
        number, past = content.lights.get(colour, 0), content.lights_before.get(colour, 0)
        text = gettext("%(number)s（上期 %(past)s）", number=number, past=past)
        yield Bar(gettext(COLOURS[colour]), number / most, text, colour.value)


def _figure(content: Content, indicator: Indicator) -> Figure:
    above, below = content.figures[indicator.value]
    past, among = content.before[indicator.value]
    say = money if indicator == Indicator.FUNDS else count
    told = f"{say(above)} / {say(below)}"
    name = gettext(INDICATORS[indicator])
    if indicator == Indicator.OVERDUE:
        return Figure(name, count(above), told, _signed(above - past, count))
    if not below:
        return Figure(name, "–", told, "")
    change = _points(above / below - past / among) if among else ""
    return Figure(name, percent(above / below), told, change)


def _points(rise: float) -> str:
    points = f"{rise * POINTS:+.1f}"
    return gettext("%(points)s 个百分点", points=points) if float(points) else gettext("持平")


def _signed(number: int, say: Callable[[int], str]) -> str:
    return ("+" if number > 0 else "−") + say(abs(number)) if number else gettext("持平")


def _districts(content: Content) -> Iterator[Part]:
    if not content.districts:
        return
    lines = {line.key: line for line in content.districts}
    drawn = draw({key: line.contracted for key, line in lines.items()})
    names = {key: pick(*told) for key, told in content.names.items()}
    yield Districts(
        gettext("各区县签约金额（示意图，不按比例）"), gettext("签约金额"), drawn, names, money
    )
    yield _ranking(gettext("区县"), content.districts)


def _units(content: Content) -> Iterator[Part]:
    if content.units:
        yield _ranking(gettext("责任单位"), content.units)


def _ranking(title: str, lines: Sequence[GroupLine]) -> Table:
    words = (gettext("名次"), title, *_said(RANKED))
    rows = tuple(_ranked(place, line) for place, line in enumerate(lines, 1))
    caption = gettext("%(group)s排名（按开工率）", group=title)
    return Table(caption, words, rows, frozenset(range(2, len(words))))


def _ranked(place: int, line: GroupLine) -> tuple[str, ...]:
    return (
        str(place),
        pick(line.name, line.name_en),
        count(line.signed),
        count(line.started),
        percent(line.rate),
        "–" if line.rise is None else _points(line.rise),
        count(line.producing),
        percent(line.arrived / line.contracted) if line.contracted else "–",
        count(line.overdue),
    )


def _moved(content: Content) -> Iterator[Part]:
    if content.moved:
        yield Table(
            gettext("阶段有变化的项目"),
            _said(MOVED),
            tuple(
                (
                    pick(line.name, line.name_en),
                    line.unit,
                    " → ".join(_stage(content, key) for key in (line.before, line.stage) if key),
                    line.day,
                )
                for line in content.moved
            ),
            codes=tuple(line.code for line in content.moved),
            note=_left_out(content.moved_total - len(content.moved)),
        )


def _late(content: Content) -> Iterator[Part]:
    if content.late:
        yield Table(
            gettext("逾期项目"),
            _said(LATE),
            tuple(
                (
                    pick(line.name, line.name_en),
                    line.unit,
                    _stage(content, line.stage),
                    gettext(COLOURS[Colour(line.colour)]),
                    "\n".join(translate(message_from_json(reason)) for reason in line.reasons),
                    money(line.amount),
                )
                for line in content.late
            ),
            frozenset({5}),
            tuple(line.code for line in content.late),
            _left_out(content.late_total - len(content.late)),
        )


def _said(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(gettext(word) for word in words)


def _left_out(number: int) -> str:
    return gettext("另有 %(number)s 个未列出。", number=count(number)) if number else ""


def _nothing(_content: Content) -> Iterator[Part]:
    return iter(())


_SECTIONS: tuple[tuple[str, str, Callable[[Content], Iterator[Part]]], ...] = (
    (mark("一、总体情况"), "opening", _overview),
    (mark("二、区县排名"), "ranking", _districts),
    (mark("三、责任单位排名"), "", _units),
    (mark("四、本期进展"), "moved", _moved),
    (mark("五、逾期与风险"), "late", _late),
    (mark("六、下一步要求"), "closing", _nothing),
)


def _stage(content: Content, key: str) -> str:
    """Name a stage as it was called on the day of the bulletin."""
    line = next((each for each in content.stages if each.key == key), None)
    return pick(line.name, line.name_en) if line else stage_word(key)
