from graph.domain.feedback import DismissReason, FeedbackKind, Judgement, Shown
from graph.recommend.use.verdicts import Verdict, weigh

SHOWN = Shown("supplier", "rules-3", 4)
FAVOURED, UNFAVOURED = FeedbackKind.FAVOURED, FeedbackKind.UNFAVOURED
DISMISSED, RESTORED = FeedbackKind.DISMISSED, FeedbackKind.RESTORED
REQUESTED, ACCEPTED = FeedbackKind.REQUESTED, FeedbackKind.ACCEPTED


def weights(*kinds: FeedbackKind, reason: str = "", shown: Shown = SHOWN) -> list[float]:
    said = [Judgement(kind, "name:甲", "name:乙", "a@b.example", shown, reason) for kind in kinds]
    return [each.weight for each in weigh(said)]


def test_the_loudest_good_word_counts() -> None:
    assert weights(FAVOURED, REQUESTED, ACCEPTED) == [3.0]


def test_what_was_taken_back_says_nothing() -> None:
    assert weights(FAVOURED, UNFAVOURED) == []
    assert weights(DISMISSED, RESTORED) == []


def test_the_last_word_counts_between_favourite_and_dismissal() -> None:
    assert weights(FAVOURED, DISMISSED) == [-1.0]
    assert weights(DISMISSED, FAVOURED) == [1.0]


def test_a_request_outweighs_a_dismissal() -> None:
    assert weights(REQUESTED, DISMISSED) == [2.0]


def test_who_has_one_already_says_nothing_against_the_ranker() -> None:
    assert weights(DISMISSED, reason=DismissReason.HAVE_ONE.value) == []


def test_what_was_said_outside_a_list_says_nothing_of_a_ranker() -> None:
    assert weights(FAVOURED, shown=Shown()) == []


def test_what_came_of_a_pair_later_counts_for_the_list_in_which_it_was_judged() -> None:
    asked = Judgement(REQUESTED, "name:甲", "name:乙", "a@b.example", SHOWN)
    met, signed = (
        Judgement(kind, "name:甲", "name:乙", by="")
        for kind in (FeedbackKind.MET, FeedbackKind.SIGNED)
    )
    assert weigh([asked, met]) == [Verdict("name:甲", "name:乙", SHOWN, 3.0)]
    assert weigh([asked, met, signed]) == [Verdict("name:甲", "name:乙", SHOWN, 4.0)]
    assert weigh([met, signed]) == []
    assert weigh([asked, Judgement(FeedbackKind.LANDED, "name:乙", "name:甲", by="")]) == [
        Verdict("name:甲", "name:乙", SHOWN, 2.0)
    ]
