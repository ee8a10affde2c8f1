"""Two records of one enterprise, with something of every kind hanging on either."""

from typing import Any

from small_map import AT, EVIDENCE

from graph import schema
from graph.store import Store
from graph.store.bulk import maps
from graph.store.cypher.bulk.copies import KEYS, LINKS
from graph.store.merging.reading import read_ties
from graph.store.merging.writing import renew_projects

STAYS, GOES = "stock:600001", "name:甲重工股份有限公司"
NOTED = ("EnterpriseMerge", "MapChange", "MergePart", "Migration", "Setting")
"""What is written down about a merge, which undoing it leaves; marks for caches."""
COUNTED = ("touched",)
"""Counts changes, so that every process reads what changed."""


def save_pair(store: Store) -> None:
    """Save both records, which differ, two partners and a product."""
    maps.save_enterprises(
        store,
        [
            {"code": STAYS, "name": "甲重工", "kind": "company", "source": "a", "size": "large",
             "certifications": ["专精特新"]},
            {"code": GOES, "name": "甲重工股份有限公司", "kind": "company", "source": "b",
             "size": "medium", "website": "https://a.example", "certifications": ["高新技术企业"]},
            {"code": "name:伙伴", "name": "伙伴", "kind": "company", "source": "a"},
            {"code": "name:同行", "name": "同行", "kind": "company", "source": "a"},
        ],
    )  # fmt: skip
    maps.save_regions(
        store,
        [
            {"code": code, "name": code, "level": "city", "source": "a"}
            for code in ("430100", "430200")
        ],
    )
    nodes = [{"code": f"test:{n}", "name": n, "kind": "product", "source": "a"} for n in "泵阀"]
    maps.save_nodes(store, nodes)


def save_map_links(store: Store) -> None:
    """Let both make pumps by one source; the one that goes makes valves, sells and stands too."""
    links: list[tuple[schema.Link, str, str, dict[str, Any]]] = [
        (schema.MAKES, STAYS, "test:泵", {"share": 0.5}),
        (schema.MAKES, GOES, "test:泵", {"share": 0.4}),
        (schema.MAKES, GOES, "test:阀", {"share": 0.2}),
        (schema.TRADES_WITH, GOES, "name:伙伴", {"product": "阀"}),
        (schema.TRADES_WITH, "name:同行", GOES, {"product": ""}),
        (schema.TRADES_WITH, GOES, STAYS, {"product": ""}),
        (schema.LOCATED_IN, STAYS, "430100", {}),
        (schema.LOCATED_IN, GOES, "430200", {"source": "b"}),
    ]
    for link, start, end, values in links:
        maps.save_links(store, link, [{**EVIDENCE, "start": start, "end": end, **values}])


def hang_everything(store: Store, code: str) -> None:
    """Tie an enterprise by every type of relationship that there is, to nodes of their own."""
    keys: dict[str, str] = dict(KEYS)
    for place, (start, kind, end) in enumerate(LINKS):
        for is_start, other in ((True, end), (False, start)):
            if (start if is_start else end) != "Enterprise":
                continue
            key, name = keys[other], f"{kind}-{place}-{int(is_start)}"
            arrow = ("", ">") if is_start else ("<", "")
            values = {"name": name, "made_by": "test"} | (
                {"enterprise": code} if other in ("Party", "CreditRecord") else {}
            )
            store.write(  # a test's own statement: the types are those of the table above
                f"MATCH (e:Enterprise {{code: $code}}) CREATE (o:{other} {{{key}: $name}}) "  # type: ignore[arg-type]
                f"SET o += $values CREATE (e){arrow[0]}-[:{kind} {{by: 'x'}}]-{arrow[1]}(o)",
                code=code,
                name=name,
                values=values,
            )
    store.transact(lambda run: renew_projects(run, read_ties(run.run, code)))


def dump(store: Store) -> tuple[list[Any], list[Any]]:
    """Return every node and every relationship with all properties, but what merges note."""
    nodes = [
        (sorted(row["labels"]), _plain(row["node"]))
        for row in store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS node")
        if not set(row["labels"]) & set(NOTED)
    ]
    links = [
        (row["type"], _plain(row["start"]), _plain(row["values"]), _plain(row["end"]))
        for row in store.read(
            "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(a) AS start,"
            " properties(r) AS values, properties(b) AS end"
        )
        if row["type"] != "HAS_PART"
    ]
    return sorted(nodes, key=repr), sorted(links, key=repr)


def _plain(values: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted(
        (name, value)
        for name, value in values.items()
        if value is not None and value != [] and name not in COUNTED
    )


__all__ = [
    "AT",
    "EVIDENCE",
    "GOES",
    "STAYS",
    "dump",
    "hang_everything",
    "save_map_links",
    "save_pair",
]
