"""A view that tests of the explorer share: two nodes, one of them with a part, four enterprises."""

from graph.domain.explored import Line, LineKind, Mark, Point, PointKind, View


def node(code: str, level: int, stage: str, **told: object) -> Point:
    return Point(f"node:{code}", PointKind.NODE, code, code, "", level, stage, **told)  # type: ignore[arg-type]


def firm(code: str, home: Point, district: str = "") -> Point:
    return Point(
        f"enterprise:{code}",
        PointKind.ENTERPRISE,
        code,
        code,
        level=home.level,
        stage=home.stage,
        home=home.key,
        district=district,
    )


def trade(start: str, end: str, count: int = 1) -> Line:
    return Line(f"enterprise:{start}", f"enterprise:{end}", LineKind.TRADES, count=count)


STEEL = node("steel", 0, "upstream", makers=2)
PLATE = node("plate", 0, "upstream", makers=1, mark=Mark.SINGLE, home="node:steel")
PUMP = node("pump", 1, "midstream", makers=1, mark=Mark.SINGLE)
DIGGER = node("digger", 2, "downstream", mark=Mark.GAP)
VIEW = View(
    (
        STEEL,
        PLATE,
        PUMP,
        DIGGER,
        firm("a", STEEL, "东区"),
        firm("b", STEEL, "东区"),
        firm("c", PLATE, "西区"),
        firm("d", PUMP, "西区"),
    ),
    (
        Line("node:steel", "node:pump", LineKind.SUPPLIES),
        Line("node:pump", "node:digger", LineKind.SUPPLIES),
        trade("a", "d"),
        trade("b", "d", 3),
        trade("c", "a"),
    ),
)
