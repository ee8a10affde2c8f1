"""What features look at, and what one is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.domain.recommendation import PartnerRole, Path
from graph.messages import Message
from graph.store.map.partners import Hop
from graph.store.map.profiles import Profile

Reading = tuple[float, Message]
"""A feature's value and its reason."""


@dataclass(frozen=True)
class Case:
    """All that features look at: who asks, the partner, and the paths between them.

    ``paths`` share no place and come strongest first; ``origins`` counts the places they and
    all others leave from. ``linked`` holds the industries on the partner's side of the asker's
    own, by code, with their weight; ``flows`` those that the names of the whole map lead to, with
    their lift, None where it tells nothing of the asker's. ``known`` says what the partner already
    is to the asker.
    """

    role: PartnerRole
    asker: Profile
    partner: Profile
    paths: tuple[Path, ...]
    origins: int = 1
    linked: Mapping[str, Hop] = field(default_factory=dict)
    flows: Mapping[str, float] | None = None
    known: frozenset[str] = frozenset()
    asker_trades: bool = False


@dataclass(frozen=True)
class Feature:
    """A named feature; ``read`` returns None where the map knows too little to tell."""

    name: str
    label: Message
    read: Callable[[Case], Reading | None]
