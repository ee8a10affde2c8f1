"""A place in ten for those of whom nobody has said anything yet.

Who is never shown is never judged, and a ranker that learns from judgements would never learn of
it. The tenth place of every ten goes to such a partner further down the list, by turn: a digest of
asker, partner and week decides, so that a list stays the same for a week, needs nothing written
down when it is read, and every newcomer comes up in time.
"""

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b
from typing import TypeVar

EVERY = 10
LEAST_OF_TENTH = 0.7
"""A newcomer's score must reach this share of that of the partner whose place it takes."""

Item = TypeVar("Item")


def let_in(
    ranked: Sequence[Item],
    *,
    is_new: Callable[[Item], bool],
    score: Callable[[Item], float],
    turn: Callable[[Item], str],
) -> tuple[list[Item], list[Item]]:
    """Give every tenth place to a newcomer from further down; return the order, and who got one."""
    order, guests = list(ranked), []
    for place in range(EVERY - 1, len(order) - 1, EVERY):
        if is_new(order[place]):
            continue
        least = score(order[place]) * LEAST_OF_TENTH
        fit = [each for each in order[place + 1 :] if is_new(each) and score(each) >= least]
        if fit:
            guest = min(fit, key=lambda each: _digest(turn(each)))
            order.remove(guest)
            order.insert(place, guest)
            guests.append(guest)
    return order, guests


def turn_of(asker: str, partner: str, at: str) -> str:
    """Return the text whose digest decides the turn of a partner in the week of an ISO date."""
    year, week, _ = date.fromisoformat(at).isocalendar()
    return f"{asker}\t{partner}\t{year}-{week}"


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
