"""A choice that an address names out of a few: what is none of them is said, not passed over."""

from collections.abc import Iterable

from graph.errors import NotFound


def one_of(name: str, said: str, choices: Iterable[str]) -> str:
    """Return what a parameter says, empty where nothing. Raises NotFound where it is no choice."""
    if said and said not in set(choices):
        raise NotFound(
            "地址里的“%(name)s=%(value)s”不在可选范围内，请从页面上重新选择。",
            name=name,
            value=said,
        )
    return said
