from dataclasses import replace

from small_map import AT, save_enterprises, save_industries, save_makes, save_supplies

from graph.derive import industry_flows
from graph.derive.industry_flows import LEAST_INDUSTRIES, find_flows
from graph.store import Store
from graph.store.map.industry_flows import Facts, list_flows, list_stored, read_facts

FILLERS = range(LEAST_INDUSTRIES)
FACTS = Facts(
    makes=[
        ("泵厂", "泵", "液压泵", 1.0),
        ("泵业", "泵", "液压泵", 1.0),
        ("铸造", "铸件", "铸件", 1.0),
        ("衣厂", "衣", "衬衫", 1.0),
        ("衣业", "衣", "衬衫", 1.0),
        ("棉农", "棉", "皮棉", 1.0),
        *((f"厂{number}", f"物{number}", f"物品{number}号甲", 1.0) for number in FILLERS),
    ],
    members=[
        ("泵厂", "泵类"),
        ("泵业", "泵类"),
        ("铸造", "铸锻"),
        ("衣厂", "服装"),
        ("衣业", "服装"),
        ("棉农", "种植"),
        *((f"厂{number}", f"业{number}") for number in FILLERS),
    ],
    supplies=[("铸件", "铸件", "泵", "液压泵"), ("棉", "皮棉", "衣", "衬衫")],
    near=[],
    parents=[],
)


def suppliers(facts: Facts) -> dict[str, list[str]]:
    found = {flows.code: list(flows.suppliers) for flows in find_flows(facts)}
    return {code: each for code, each in found.items() if each}


def test_what_two_members_tell_is_a_flow() -> None:
    assert suppliers(FACTS) == {"服装": ["种植"], "泵类": ["铸锻"]}


def test_what_one_firm_alone_tells_is_none() -> None:
    alone = replace(FACTS, members=[row for row in FACTS.members if row[0] != "泵业"])
    assert "泵类" not in suppliers(alone)


def test_few_industries_tell_nothing() -> None:
    assert find_flows(replace(FACTS, members=FACTS.members[:5])) == []


def save_map(store: Store) -> None:
    fillers = {f"厂{number}": f"业{number}" for number in FILLERS}
    save_enterprises(store, "泵厂", "泵业", "铸造", "衣厂", "衣业", "棉农", *fillers)
    products = [(firm, f"{firm}特产", 1.0) for firm in fillers]
    save_makes(
        store, ("泵厂", "液压泵", 1.0), ("泵业", "液压泵", 1.0), ("铸造", "铸件", 1.0), *products
    )
    save_makes(store, ("衣厂", "衬衫", 1.0), ("衣业", "衬衫", 1.0), ("棉农", "皮棉", 1.0))
    save_supplies(store, ("铸件", "液压泵"), ("皮棉", "衬衫"))
    sewing = {"衣厂": "服装", "衣业": "服装", "棉农": "种植"}
    members = {"泵厂": "泵类", "泵业": "泵类", "铸造": "铸锻", **sewing, **fillers}
    save_industries(store, members=members, upstream={})


def test_flows_are_kept_beside_their_industries(store: Store) -> None:
    save_map(store)
    assert industry_flows.refresh(store) == 4
    found = list_flows(store, ["test:泵类", "test:铸锻"])
    assert [(list(each.suppliers), list(each.customers)) for each in found] == [
        (["test:铸锻"], []),
        ([], ["test:泵类"]),
    ]


def test_a_second_run_changes_nothing(store: Store) -> None:
    save_map(store)
    industry_flows.refresh(store)
    assert industry_flows.refresh(store) == 0


def test_flows_go_with_the_facts(store: Store) -> None:
    save_map(store)
    industry_flows.refresh(store)
    store.write("MATCH (:ChainNode)-[l:SUPPLIES]->(:ChainNode) DELETE l")
    industry_flows.refresh(store)
    assert {code: each for code, each in list_stored(store).items() if each.suppliers} == {}
    assert read_facts(store, at=AT, least_likeness=0.5).supplies == []
