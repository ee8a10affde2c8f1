"""Lists that may be long, written from both ends."""

from typing import LiteralString, NamedTuple

PAGE: LiteralString = " SKIP $skip LIMIT $limit "


class Paged(NamedTuple):
    """A list read from its start, and from its end; both give a page in the list's own order.

    Each puts keys in order first, and only then reads the few records of the page.
    """

    forward: LiteralString
    backward: LiteralString


def paged(
    keys: LiteralString, order: LiteralString, reverse: LiteralString, shown: LiteralString
) -> Paged:
    """Write a list from what finds its keys, their order and its reverse, and what is shown.

    ``shown`` ends with the list's own order: a page comes from a server in any order.
    """
    return Paged(
        keys + " ORDER BY " + order + PAGE + shown, keys + " ORDER BY " + reverse + PAGE + shown
    )
