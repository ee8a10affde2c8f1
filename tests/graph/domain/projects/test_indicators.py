import pytest
from tracks import signed_until, track

from graph.domain.projects.indicators import Dimension, Figure, Indicator, figure, figures, group
from graph.domain.projects.track import Track, stand_all

AT = "2026-06-30"
YI = 100_000_000


def compute(indicator: Indicator, tracks: list[Track], at: str = AT) -> Figure:
    return figure(indicator, stand_all(tracks, at), at)


def shown(found: Figure) -> tuple[int, int, str]:
    assert found.value is not None
    return found.numerator, found.denominator, f"{found.value:.1%}"


def test_222_started_of_247_signed() -> None:
    tracks = [signed_until(f"s{number}", "started") for number in range(222)]
    tracks += [signed_until(f"w{number}", "fulfilled") for number in range(25)]
    found = compute(Indicator.START, tracks)
    assert shown(found) == (222, 247, "89.9%")
    assert (found.at, found.counted, found.among) == (
        AT,
        tuple(f"s{number}" for number in range(222)),
        tuple(each.code for each in tracks),
    )


def test_370_arrived_of_1077_signed() -> None:
    signings = (("2026-01-05", "first", 359 * YI, "contract"),)
    tracks = [
        signed_until(f"p{number}", "signed", signings=signings, arrivals=((AT, amount * YI),))
        for number, amount in enumerate((100, 200, 70))
    ]
    assert shown(compute(Indicator.FUNDS, tracks)) == (370 * YI, 1077 * YI, "34.4%")


def test_each_rate_over_one_set() -> None:
    stages = ["signed", "signed", "fulfilled", "started", "building", "producing", "at_capacity"]
    tracks = [signed_until(f"p{place}", stage) for place, stage in enumerate(stages)]
    tracks.append(track("talking", moves=(("2026-01-01", "talks"),)))
    found = figures(stand_all(tracks, AT), AT)
    assert {key: (each.numerator, each.denominator) for key, each in found.items()} == {
        Indicator.FULFILMENT: (5, 7),
        Indicator.START: (4, 7),
        Indicator.START_OF_FULFILLED: (4, 5),
        Indicator.PRODUCTION: (2, 7),
        Indicator.CAPACITY: (1, 7),
        Indicator.FUNDS: (0, 0),
        Indicator.DAYS_TO_START: (4 * 59, 4),
        Indicator.OVERDUE: (0, 7),
    }


def test_an_ended_project_stays_among_the_signed() -> None:
    moves = (("2026-01-05", "signed"), ("2026-02-01", "started"), ("2026-05-01", "ended"))
    tracks = [track("gone", moves=moves), signed_until("here", "started")]
    found = compute(Indicator.START, tracks)
    assert (found.counted, found.among) == (("here",), ("gone", "here"))
    before = compute(Indicator.START, tracks, "2026-04-30")
    assert (before.counted, before.among) == (("gone", "here"), ("gone", "here"))


def test_a_paused_project_keeps_what_it_reached() -> None:
    moves = (("2026-01-05", "signed"), ("2026-02-01", "started"), ("2026-05-01", "paused"))
    assert compute(Indicator.START, [track("resting", moves=moves)]).numerator == 1


def test_an_upgrade_adds_nothing_and_an_increase_its_increment() -> None:
    signings = (
        ("2026-01-05", "first", 10 * YI, "framework"),
        ("2026-03-05", "upgrade", 12 * YI, "contract"),
        ("2026-05-05", "increase", 3 * YI, "contract"),
    )
    tracks = [signed_until("p", "signed", signings=signings)]
    amounts = {
        at: compute(Indicator.FUNDS, tracks, at).denominator // YI
        for at in ("2026-01-05", "2026-03-05", "2026-05-04", "2026-05-05")
    }
    assert amounts == {"2026-01-05": 10, "2026-03-05": 10, "2026-05-04": 10, "2026-05-05": 13}
    agreements = {each: stand_all(tracks, each)[0].agreement for each in amounts}
    assert list(agreements.values()) == ["framework", "contract", "contract", "contract"]


@pytest.mark.parametrize(
    ("at", "late"), [("2026-04-30", ()), ("2026-05-01", ("late",)), ("2026-05-20", ())]
)
def test_overdue_looks_at_the_plan_as_it_was_known(at: str, late: tuple[str, ...]) -> None:
    plans = (("2026-01-05", "started", "2026-04-30"), ("2026-05-10", "started", "2026-08-31"))
    tracks = [signed_until("late", "fulfilled", plans=plans), signed_until("fine", "fulfilled")]
    assert compute(Indicator.OVERDUE, tracks, at).counted == late


def test_nothing_to_divide_has_no_value() -> None:
    assert compute(Indicator.START, []).value is None


def test_groups() -> None:
    tracks = [
        signed_until("a", "signed", chains=("c1", "c2"), region="430104", unit="甲"),
        signed_until("b", "signed", chains=("c1",), region="430104"),
        signed_until("c", "signed", event="展会"),
    ]
    standings = stand_all(tracks, AT)
    found = {
        by: {key: [each.track.code for each in rows] for key, rows in group(standings, by).items()}
        for by in Dimension
    }
    assert found == {
        Dimension.CHAIN: {"c1": ["a", "b"], "c2": ["a"], "": ["c"]},
        Dimension.REGION: {"430104": ["a", "b"], "": ["c"]},
        Dimension.EVENT: {"": ["a", "b"], "展会": ["c"]},
        Dimension.UNIT: {"甲": ["a"], "": ["b", "c"]},
        Dimension.AGREEMENT: {"": ["a", "b", "c"]},
    }
