"""What the door shows and carries along."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.domain.conference.conference import Conference
from graph.domain.conference.parties import Party, PartyState
from graph.store import Store
from graph.store.conference import conferences, parties


@dataclass(frozen=True)
class Door:
    """A conference with everybody who may come to its door."""

    conference: Conference
    parties: list[Party]

    @property
    def come(self) -> int:
        """How many have come."""
        return sum(bool(each.checked_in_at) for each in self.parties)


def show_door(store: Store, code: str) -> Door:
    """List all but those who said no. Raises NotFound."""
    conference = conferences.find_conference(store, code)
    everybody = parties.list_parties(store, code)
    return Door(conference, [each for each in everybody if each.state != PartyState.DECLINED])


def list_badges(door: Door) -> list[Mapping[str, Any]]:
    """Return what a device needs to check people in without a network."""
    return [
        {
            "token": each.token,
            "name": each.name,
            "name_en": each.name_en,
            "people": [person.name for person in each.delegates],
            "state": each.state.value,
            "at": each.checked_in_at,
        }
        for each in door.parties
    ]
