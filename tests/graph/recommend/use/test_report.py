from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.recommend.use.report import report


def said(kind: FeedbackKind, partner: str, version: str, rank: int) -> Judgement:
    shown = Shown("supplier", version, rank)
    return Judgement(kind, "name:甲", f"name:{partner}", "a@b.example", shown)


def test_versions_are_reported_by_name() -> None:
    found = report(
        [
            said(FeedbackKind.FAVOURED, "乙", "rules-3", 1),
            said(FeedbackKind.DISMISSED, "丙", "rules-3", 7),
            said(FeedbackKind.REQUESTED, "丁", "rules-2", 3),
        ]
    )
    assert [(each.version, each.good, each.bad) for each in found] == [
        ("rules-2", 1, 0),
        ("rules-3", 1, 1),
    ]
    assert found[1].by_rank[(1, 1)] == [1, 0]
    assert found[1].by_rank[(4, 10)] == [0, 1]


def test_lower_places_are_looked_at_less_and_weigh_more() -> None:
    [one] = report(
        [
            said(FeedbackKind.FAVOURED, "乙", "rules-3", 1),
            said(FeedbackKind.DISMISSED, "丙", "rules-3", 7),
        ]
    )
    assert (one.share_good, one.share_good_seen) == (0.5, 0.25)
