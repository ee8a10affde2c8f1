"""What speaks for a supplier on a net so small that one can count the paths."""

import numpy as np

from graph.recommend.firms.candidates import Candidates
from graph.recommend.firms.closeness import Closeness
from graph.recommend.firms.evidence import EvidenceFinder
from graph.recommend.firms.features import FeatureReader, direction
from graph.recommend.firms.history import History, Trades
from graph.recommend.firms.likeness import Likeness
from graph.recommend.firms.portraits import portray

FIRST = 4030
CUSTOMERS = np.array([0, 1, 1, 2, 2, 3])
SUPPLIERS = np.array([5, 5, 6, 6, 7, 7])
"""0 and 1 share supplier 5, 1 and 2 share 6, 2 and 3 share 7."""


def history(*, last: int = 0) -> History:
    began = FIRST + np.arange(len(CUSTOMERS))
    seen = np.maximum(began, last)
    return History(Trades(CUSTOMERS, SUPPLIERS, began, seen, np.ones_like(began), firms=9))


def found(matrix) -> list[int]:
    return matrix.toarray()[0].nonzero()[0].tolist()


def test_peers_buy_what_is_new_to_the_customer() -> None:
    evidence = Likeness(history()).find(np.array([0]))
    assert found(evidence["suppliers of peers"]) == [5, 6]
    assert found(evidence["suppliers of near peers"]) == [5, 6]


def test_a_firm_is_like_a_supplier_that_sells_to_the_same() -> None:
    evidence = Likeness(history()).find(np.array([0]))
    assert found(evidence["like suppliers"]) == [5, 6]


def test_long_paths_reach_two_customers_on() -> None:
    past = history()
    evidence = EvidenceFinder(past, Closeness(past)).find(np.array([0]))
    assert found(evidence["kovacs"]) == [5, 6]
    assert found(evidence["long paths"]) == [5, 6, 7]


def test_portraits_count_partners_and_half_years() -> None:
    numbers = portray(history())
    assert numbers["customers"].tolist() == [0, 0, 0, 0, 0, 2, 2, 2, 0]
    assert numbers["lonely customers"].tolist() == [0, 0, 0, 0, 0, 1, 0, 1, 0]
    assert numbers["won 1 ago"].tolist() == [0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert numbers["last new supplier"].tolist() == [6, 4, 2, 1, 40, 40, 40, 40, 40]
    assert numbers["age"].tolist() == [6, 5, 3, 1, 0, 6, 4, 2, 0]


def test_what_was_not_seen_for_a_year_has_ended() -> None:
    assert portray(history())["ended suppliers"].tolist() == [1, 2, 1, 0, 0, 0, 0, 0, 0]
    assert portray(history(last=FIRST + 5))["ended suppliers"].sum() == 0


def test_more_evidence_speaks_for_a_firm_and_a_late_rank_against_it() -> None:
    past = history()
    closeness = Closeness(past)
    asked, firms = np.array([0]), np.array([6, 7])
    candidates = Candidates(asked, np.array([0, 0]), firms, np.array([0, 2]))
    evidence = EvidenceFinder(past, closeness).find(asked)
    names, _ = FeatureReader(past, closeness).read(candidates, evidence)
    firm = [name for name in names if direction(name) == 0]
    assert all(name.startswith(("supplier's", "customer's", "candidates")) for name in firm)
    assert direction("long paths: rank") == -1
    assert direction("long paths") == 1
