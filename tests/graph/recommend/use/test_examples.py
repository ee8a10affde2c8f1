from small_map import AT, save_enterprises, save_hydraulics, save_makes

from graph.domain.feedback import Shown
from graph.domain.progress import silent
from graph.recommend.ranking import RULES_3
from graph.recommend.use.examples import list_preferences
from graph.recommend.use.verdicts import Verdict
from graph.store import Store


def verdict(partner: str, weight: float, *, rank: int = 3) -> Verdict:
    shown = Shown("supplier", "rules-2", rank)
    return Verdict("name:泵厂", f"name:{partner}", shown, weight)


def weights(store: Store, *verdicts: Verdict) -> list[float]:
    found = list_preferences(store, verdicts, RULES_3, at=AT, progress=silent)
    return [each.weight for each in found]


def test_a_good_partner_is_preferred_to_a_bad_one(store: Store) -> None:
    save_hydraulics(store)
    assert weights(store, verdict("铸造厂", 2.0), verdict("精铸", -1.0)) == [2.0]


def test_who_was_passed_over_is_thought_the_worse_but_less_surely(store: Store) -> None:
    save_hydraulics(store)
    assert weights(store, verdict("精铸", 1.0, rank=2)) == [0.3]


def test_who_stood_further_down_than_was_looked_at_says_nothing(store: Store) -> None:
    save_hydraulics(store)
    assert weights(store, verdict("铸造厂", 1.0, rank=1)) == []


def test_an_enterprise_that_is_gone_says_nothing(store: Store) -> None:
    save_enterprises(store, "甲")
    save_makes(store, ("甲", "液压泵", None))
    assert weights(store, verdict("铸造厂", 1.0)) == []
