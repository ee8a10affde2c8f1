"""Choosing a region in a form: what is offered, what was typed, what to say if it is unclear."""

from collections.abc import Sequence

from chainmatch.i18n import pick
from graph.domain.codes import bracketed_code, name_with_code
from graph.errors import BadInput, NotFound
from graph.store import Store
from graph.store.map.choices import Choice, list_region_choices


def region_options(store: Store) -> list[str]:
    """List regions as the form writes them."""
    return [name_with_code(each.name, each.code) for each in list_region_choices(store)]


def region_name(store: Store, code: str) -> str:
    """Write a region as the form does; a code that the map lacks stands alone."""
    found = _find_region(store, code)
    return name_with_code(found.name, found.code) if found else code


def region_code(store: Store, typed: str) -> str:
    """Return the code of the region that was meant; empty for none. Raises BadInput."""
    if not typed:
        return ""
    found = _regions_meant(typed, list_region_choices(store))
    if len(found) == 1:
        return found[0].code
    if found:
        raise BadInput("有多个同名的地区，请从提示里选一个。")
    raise BadInput("没有“%(name)s”这个地区，请从提示里选。", name=typed)


def shown_region(store: Store, code: str) -> str:
    """Name a region for people; a code that the map lacks is shown as it is."""
    found = _find_region(store, code)
    return pick(found.name, found.name_en) if found else code


def check_region(store: Store, code: str) -> None:
    """Refuse a code, of an odd address, that no region has. Raises NotFound."""
    if code and _find_region(store, code) is None:
        raise NotFound("图谱里没有编码 %(code)s。", code=code)


def _find_region(store: Store, code: str) -> Choice | None:
    return next((each for each in list_region_choices(store) if each.code == code), None)


def _regions_meant(typed: str, regions: Sequence[Choice]) -> list[Choice]:
    code = bracketed_code(typed) or typed
    exact = [each for each in regions if each.code == code]
    return exact or [each for each in regions if typed in {each.name, each.name_en}]
