"""What a person means to take away: what was typed, what it may mean."""

from dataclasses import dataclass
from datetime import date

from chainmatch.choosing.enterprise_names import offer_named
from chainmatch.choosing.node_choice import find_named
from chainmatch.choosing.region_choice import region_code
from graph.domain.codes import ARROW, bracketed_code
from graph.domain.recommendation import Place
from graph.errors import BadInput
from graph.store import Store
from graph.store.map.supply_map import name_enterprises

LINKS = {"supply": "node", "trade": "enterprise"}


@dataclass(frozen=True)
class Typed:
    """What was typed into the form; ``other`` is the far end of a link."""

    kind: str
    name: str
    other: str = ""


@dataclass(frozen=True)
class Meant:
    """The code that was meant, else the places to choose from for ``field``."""

    code: str = ""
    choices: tuple[Place, ...] = ()
    field: str = ""


def find_meant(store: Store, typed: Typed, today: date) -> Meant:
    """Find what was meant. Raises BadInput where nothing comes near."""
    kind = LINKS.get(typed.kind, typed.kind)
    if kind == "region":
        code = region_code(store, typed.name)
        if not code:
            raise BadInput("请填写要移除的名称。")
        return Meant(code)
    codes = []
    fields = ("name", "other") if typed.kind in LINKS else ("name",)
    for field in fields:
        found = _places(store, kind, getattr(typed, field), today)
        if len(found) > 1:
            return Meant(choices=tuple(found), field=field)
        codes.append(found[0].code)
    return Meant(ARROW.join(codes))


def _places(store: Store, kind: str, text: str, today: date) -> list[Place]:
    """List what a text may mean; one of this very name alone stands for itself."""
    if not text:
        raise BadInput("请填写要移除的名称。")
    find = _find_nodes if kind == "node" else _find_enterprises
    found = find(store, text, today)
    if not found:
        raise BadInput("图谱里没有“%(name)s”，请换一个名称。", name=text)
    exact = [each for each in found if text in {each.name, each.name_en, each.code}]
    return exact if len(exact) == 1 else found


def _find_nodes(store: Store, text: str, today: date) -> list[Place]:
    found = find_named(store, text, today=today, is_staff=True)
    return [Place(each.code, each.name, each.name_en) for each in found.exact or found.near]


def _find_enterprises(store: Store, text: str, today: date) -> list[Place]:
    known = name_enterprises(store, [bracketed_code(text) or text])
    return list(known.values()) or offer_named(store, text, today)
