"""Where a meeting can go, and what stands in its way."""

from dataclasses import dataclass
from functools import cached_property

from chainmatch.conference.view import Whole
from graph.domain.conference.meetings import Meeting
from graph.domain.conference.parties import cap_of, may_meet
from graph.messages import Message, message

Place = tuple[str, str]
"""A slot and a table."""


@dataclass(frozen=True)
class Placing:
    """A pair of parties that look for a place among the other meetings."""

    whole: Whole
    pair: tuple[str, str]
    others: tuple[Meeting, ...]

    @cached_property
    def taken(self) -> dict[tuple[str, str], Meeting]:
        """Meetings by holder and slot."""
        booked = (each for each in self.others if each.is_booked)
        return {(holder, each.slot): each for each in booked for holder in each.holders}

    def why_never(self) -> Message | None:
        """Say why these two meet nowhere, or None."""
        a, b = (self.whole.party.get(each) for each in self.pair)
        if a is None or b is None or not (a.is_coming and b.is_coming):
            return message("有一方不参会。")
        if not may_meet(a, b, self.whole.group):
            return message("按分组和专场，这两家不会谈。")
        return next((words for words in map(self._why_full, self.pair) if words), None)

    def why_not_then(self, slot_id: str) -> Message | None:
        """Say why these two cannot meet in a slot, whatever the table, or None."""
        slot = self.whole.slot[slot_id]
        session = self.whole.session[self.whole.party[self.pair[0]].session]
        if slot.is_closed or not session.holds(slot.moment):
            return message("这个时段不安排会谈。")
        for each in self.pair:
            party = self.whole.party[each]
            if slot_id in party.absent:
                return message("%(who)s 不在场。", who=party.name)
            if other := self.taken.get((each, slot_id)):
                partner = other.b if other.a == each else other.a
                return message(
                    "%(who)s 正与 %(partner)s 会谈。",
                    who=party.name,
                    partner=self.whole.party[partner].name,
                )
        return None

    def why_not_there(self, slot_id: str, table_id: str) -> Message | None:
        """Say why these two cannot have a table in a slot, or None."""
        session = self.whole.session[self.whole.party[self.pair[0]].session]
        if self.whole.table[table_id].hall != session.hall:
            return message("这张桌子不在他们专场的会场。")
        if other := self.taken.get((table_id, slot_id)):
            return message(
                "桌子上是 %(a)s 与 %(b)s。",
                a=self.whole.party[other.a].name,
                b=self.whole.party[other.b].name,
            )
        owner = self._owner(table_id)
        if owner and owner not in self.pair:
            return message("这是 %(who)s 的专用桌。", who=self.whole.party[owner].name)
        own = [self.whole.party[each].own_table for each in self.pair]
        if any(own) and table_id not in own:
            return message("有专用桌的企业在自己的桌子会谈。")
        return None

    def why_not(self, slot_id: str, table_id: str) -> Message | None:
        """Say what stands in the way of a place, or None."""
        return (
            self.why_never() or self.why_not_then(slot_id) or self.why_not_there(slot_id, table_id)
        )

    def choose_table(self, slot_id: str, wished: str) -> str | None:
        """Return a free table in a slot, the wished one where possible, or None."""
        tables = sorted(self.whole.table, key=lambda each: each != wished)
        free = (each for each in tables if self.why_not_there(slot_id, each) is None)
        return next(free, None)

    def _why_full(self, party_id: str) -> Message | None:
        party = self.whole.party[party_id]
        cap = cap_of(party, self.whole.group.get(party.group), self.whole.conference.cap)
        if sum(party_id in (e.a, e.b) for e in self.others if e.is_booked) >= cap:
            return message("%(who)s 的会谈已达上限。", who=party.name)
        return None

    def _owner(self, table_id: str) -> str | None:
        return next((p.id for p in self.whole.parties if p.own_table == table_id), None)
