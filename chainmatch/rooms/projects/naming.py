"""Enterprises and chain nodes as people type them: a name, or what the list offers."""

from collections.abc import Callable
from datetime import date

from chainmatch.choosing.enterprise_names import offer_named
from graph.domain.clock import date_text
from graph.domain.codes import bracketed_code, name_with_code
from graph.domain.recommendation import Place
from graph.errors import BadInput
from graph.messages import message
from graph.search.nodes import find_nodes
from graph.store import Store

Finder = Callable[[Store, str, date], list[Place]]


def offer_nodes(store: Store, text: str, at: date) -> list[Place]:
    """List the nodes that a text may mean, likeliest first."""
    found = find_nodes(store, text, at=date_text(at))
    return [Place(each.code, each.name, each.name_en) for each in (*found.exact, *found.near)]


OFFERS: dict[str, Finder] = {"nodes": offer_nodes, "enterprises": offer_named}


def written(place: Place | None) -> str:
    """Write a record so that nothing else can be meant: name and code."""
    return name_with_code(place.name, place.code) if place else ""


def read_code(store: Store, text: str, find: Finder, at: date) -> str:
    """Return the code that was meant; empty for nothing. Raises BadInput.

    ``名称 [编码]`` and a full code stand for themselves, a name for the one record that has it.
    """
    text = text.strip()
    code = bracketed_code(text)
    if code is not None:
        return code
    if not text or ":" in text:
        return text
    named = [each.code for each in find(store, text, at) if text in {each.name, each.name_en}]
    if len(named) == 1:
        return named[0]
    why = _AMBIGUOUS if named else _UNKNOWN
    raise BadInput(why.template, text=text)


_AMBIGUOUS = message("有多个“%(text)s”，请从提示里选一个。")
_UNKNOWN = message("图谱里没有“%(text)s”，请从提示里选，或先导入。")
