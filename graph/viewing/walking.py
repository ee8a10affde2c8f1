"""Walking from a centre along links, up and down, in bounded steps."""

from collections.abc import Callable, Sequence

Neighbours = Callable[[Sequence[str], int], list[str]]
"""Given codes and a limit, lists what stands next to them."""


def walk(
    centre: str, depth: int, up: Neighbours, down: Neighbours, *, most: int
) -> tuple[dict[str, int], int]:
    """Walk from the centre; return the signed step of each code and how many were left out."""
    steps = {centre: 0}
    above, below, left_out = [centre], [centre], 0
    for step in range(1, depth + 1):
        for sign, frontier, list_next in ((-1, above, up), (1, below, down)):
            met = list_next(frontier, most + 1) if frontier else []
            fresh = [code for code in met if code not in steps]
            room = max(0, most - len(steps))
            left_out += len(fresh) - len(fresh[:room])
            steps |= dict.fromkeys(fresh[:room], sign * step)
            frontier[:] = fresh[:room]
    return steps, left_out
