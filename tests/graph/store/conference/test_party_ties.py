from datetime import date

from small_conference import CODE, save_conference, save_parties
from small_map import EVIDENCE, save_makes

from graph import schema
from graph.domain.recommendation import Place
from graph.store import Store
from graph.store.bulk import maps
from graph.store.conference.party_ties import find_ties

DAY = date(2026, 11, 23)


def test_the_map_tells_owners_rivals_and_scarce_nodes(store: Store) -> None:
    save_conference(store)
    (one, two), (buyer,) = save_parties(store, sellers=2, buyers=1)
    save_makes(store, ("卖1", "泵", 0.5), ("卖2", "泵", 0.5), ("买1", "阀", 0.5))
    maps.save_chains(store, [{"code": "test:链", "name": "链", "source": "test"}])
    in_chain = {"start": "test:阀", "end": "test:链", "stage": "upstream", **EVIDENCE}
    maps.save_links(store, schema.IN_CHAIN, [{**in_chain, "position": 1}])
    maps.save_owners(store, [{"code": "group:集团", "name": "集团", "source": "test"}])
    member = {"start": two.enterprise, "end": "group:集团", **EVIDENCE}
    maps.save_links(store, schema.IN_GROUP, [member])
    found = find_ties(store, CODE, at=DAY)
    assert found.owners == {two.id: "group:集团"}
    assert found.rivals == {frozenset((one.id, two.id))}
    assert found.scarce == {Place("test:阀", "阀"): frozenset({buyer.id})}
    assert find_ties(store, CODE, at=date(2010, 1, 1)).rivals == frozenset()
