"""A small conference that tests share: one day of 10 slots, 3 tables, buyers and sellers."""

from datetime import UTC, datetime

from small_map import save_enterprises

from graph.domain.conference.conference import Conference, Hall, PartyGroup, ThemedSession
from graph.domain.conference.meetings import Version, VersionKind
from graph.domain.conference.parties import Party
from graph.messages import message
from graph.store import Store
from graph.store.conference import conference_rooms, conferences, parties

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
CODE = "c1"
CONFERENCE = Conference(
    code=CODE,
    name="产业链对接会",
    venue="会展中心",
    starts_on="2026-12-01",
    ends_on="2026-12-01",
    opens="09:00",
    closes="12:00",
    breaks="10:15-10:30",
    slot_minutes=20,
    turn_minutes=5,
    cap=4,
    created_by="o@test.example",
)
HALL = Hall("h1", "一号厅", "A", 3)
SESSION = ThemedSession("s1", "全场", "h1")
SELLERS = PartyGroup("g1", "供给方", None, ("g2",))
BUYERS = PartyGroup("g2", "需求方", None, ())
EDIT = Version(0, VersionKind.EDIT, message("手动调整"), "o@test.example", "")


def save_conference(store: Store) -> None:
    """Save the conference with its hall, session and groups, without parties."""
    conferences.create_conference(store, CONFERENCE, at=NOON)
    conference_rooms.save_hall(store, CODE, HALL, at=NOON)
    conference_rooms.save_session(store, CODE, SESSION, at=NOON)
    conference_rooms.save_group(store, CODE, BUYERS, at=NOON)
    conference_rooms.save_group(store, CODE, SELLERS, at=NOON)


def save_parties(store: Store, *, sellers: int, buyers: int) -> tuple[list[Party], list[Party]]:
    """Add enterprises 卖1… and 买1… as parties; return both groups in their order."""
    names = [f"卖{i + 1}" for i in range(sellers)] + [f"买{i + 1}" for i in range(buyers)]
    save_enterprises(store, *names)
    rows = [
        (f"name:{name}", {"group": "g1" if name[0] == "卖" else "g2", "session": "s1"})
        for name in names
    ]
    parties.add_parties(store, CODE, rows)
    by_name = {party.name: party for party in parties.list_parties(store, CODE)}
    found = [by_name[name] for name in names]
    return found[:sellers], found[sellers:]
