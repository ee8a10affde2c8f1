"""What a row changes about a node, and what is made of its names."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.domain.merging.fields import FORMER, may_change
from graph.naming import match_key, search_text
from graph.naming.finding import make_spellings, make_words
from graph.schema import Label
from graph.store.bulk.saving import Row, is_told
from graph.store.cypher.bulk import maps as cypher

NAMES = ("name", "short_name", "name_en")
NAMING: Mapping[str, Callable[[str, Sequence[str]], Any]] = {
    "match_key": lambda _code, names: match_key(names[0]),
    "search": lambda _code, names: search_text(*names),
    "words": make_words,
    "spellings": lambda code, names: list(make_spellings(code, names)),
}
"""Makes each property that stands in for the names, from the code and the names told."""


def find_news(label: Label, row: Row, node: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that this row gives to a node which has those of ``node``.

    What an enterprise told of itself (``own_fields``) stays, and what was chosen in a merge.
    """
    own, former = node.get("own_fields") or (), row.get(FORMER, "")
    news = {
        name: list(value) if isinstance(value, tuple) else value
        for name in cypher.NODE_COLUMNS[label.name]
        if is_told(value := row.get(name)) and name not in own and may_change(node, name, former)
    }
    news = {name: value for name, value in news.items() if node.get(name) != value}
    sources = node.get("sources") or []
    if row["source"] not in sources:
        news["sources"] = [*sources, row["source"]]
        news["source"] = news["sources"][0]
    if any(name in news for name in NAMES):
        news |= naming_of(label, row["code"], {**node, **news})
    return news


def naming_of(label: Label, code: str, node: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is made of a node's names; ``words`` still lack an enterprise's products."""
    names = [node[name] for name in NAMES if is_told(node.get(name))]
    names += node.get("former_names") or ()
    naming: dict[str, Any] = {}
    for column in cypher.NAMING_COLUMNS[label.name]:
        naming[column] = NAMING[column](code, names)
    return naming
