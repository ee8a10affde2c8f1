"""What cannot work, said before a run."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from chainmatch.scheduling.instance import Instance, Party, Request
from graph.messages import Message, message


@dataclass(frozen=True)
class Finding:
    """Something an organizer should mend first: a code, words, and the ids concerned."""

    code: str
    words: Message
    concerns: tuple[str, ...]


def check_instance(instance: Instance) -> tuple[Finding, ...]:
    """Say what plainly cannot work, pins first."""
    asked = _requests_of(instance)
    return (
        *_pins(instance),
        *_clashing_pins(instance),
        *_crowded_pins(instance),
        *_parties(instance, asked),
        *_tables(instance),
        *_requests(instance),
        *_gaps(instance),
    )


def _requests_of(instance: Instance) -> dict[str, list[Request]]:
    found = defaultdict(list)
    for request in instance.requests:
        found[request.a].append(request)
        found[request.b].append(request)
    return found


def _pins(instance: Instance) -> Iterator[Finding]:
    for request in instance.requests:
        if request.pinned is not None and not instance.open_slots(request):
            words = message(
                "申请 %(request)s 固定在 %(slot)s，但那时有一方不在场、不愿会谈或时段不许可。",
                request=request.id,
                slot=request.pinned,
            )
            yield Finding("pin_impossible", words, (request.id,))


def _clashing_pins(instance: Instance) -> Iterator[Finding]:
    """Pins of one party, or one own table, in one slot; and more pins than a party takes."""
    pinned = [request for request in instance.requests if request.pinned is not None]
    held = defaultdict(list)
    for request in pinned:
        for party in sorted(request.pair):
            held[party, request.pinned].append(request.id)
    for (party, slot), requests in held.items():
        if len(requests) > 1:
            words = message(
                "%(party)s 在 %(slot)s 有 %(count)s 场固定的会谈。",
                party=party,
                slot=slot,
                count=len(requests),
            )
            yield Finding("pins_clash", words, tuple(requests))
    counts = Counter(party for request in pinned for party in request.pair)
    for party in instance.parties:
        if counts[party.id] > party.max_meetings:
            words = message("%(party)s 固定的会谈多于其上限。", party=party.id)
            yield Finding("pins_over_limit", words, (party.id,))


def _crowded_pins(instance: Instance) -> Iterator[Finding]:
    at_free_tables = Counter(
        request.pinned
        for request in instance.requests
        if request.pinned is not None and not _own_tables(instance, request)
    )
    for slot, count in at_free_tables.items():
        if count > len(instance.free_tables):
            words = message(
                "%(slot)s 固定了 %(count)s 场会谈，公用的桌子只有 %(tables)s 张。",
                slot=slot,
                count=count,
                tables=len(instance.free_tables),
            )
            yield Finding("pins_over_tables", words, (slot,))


def _parties(instance: Instance, asked: dict[str, list[Request]]) -> Iterator[Finding]:
    for party in instance.parties:
        if not asked[party.id]:
            continue
        if party.max_meetings == 0:
            words = message("%(party)s 的会谈上限是 0，但有申请。", party=party.id)
            yield Finding("party_takes_none", words, (party.id,))
        elif not _is_ever_there(instance, party):
            words = message("%(party)s 没有可用的时段。", party=party.id)
            yield Finding("party_never_there", words, (party.id,))
        elif not any(instance.open_slots(request) for request in asked[party.id]):
            words = message(
                "%(party)s 的申请没有一个能安排：与对方都没有共同的时段。", party=party.id
            )
            yield Finding("party_meets_nobody", words, (party.id,))


def _tables(instance: Instance) -> Iterator[Finding]:
    for table in instance.shared_tables:
        owners = tuple(party.id for party in instance.parties if party.own_table == table)
        words = message(
            "桌子 %(table)s 分给了 %(count)s 家企业，他们不能同时会谈。",
            table=table,
            count=len(owners),
        )
        yield Finding("table_owned_twice", words, owners)
    needy = [request.id for request in instance.requests if not _own_tables(instance, request)]
    if needy and not instance.free_tables:
        words = message("没有公用的桌子，%(count)s 个申请无处可坐。", count=len(needy))
        yield Finding("no_free_table", words, tuple(needy))
    for pair in instance.rivals:
        own = frozenset(filter(None, (instance.party[party].own_table for party in pair)))
        if own in instance.neighbouring_tables:
            one, other = sorted(pair)
            words = message("%(one)s 与 %(other)s 互为对手，自有桌子却相邻。", one=one, other=other)
            yield Finding("rivals_own_neighbours", words, (one, other))


def _requests(instance: Instance) -> Iterator[Finding]:
    """Requests that nothing can place; those pinned are told by the pins."""
    lost = [
        request.id
        for request in instance.requests
        if request.pinned is None and not instance.open_slots(request)
    ]
    if lost:
        words = message("%(count)s 个申请的双方没有共同的时段或不能会谈。", count=len(lost))
        yield Finding("requests_impossible", words, tuple(lost))


def _gaps(instance: Instance) -> Iterator[Finding]:
    for gap in instance.gaps:
        if not any(instance.open_slots(instance.request[name]) for name in gap.requests):
            words = message("缺口 %(gap)s 没有一个能安排的申请。", gap=gap.id)
            yield Finding("gap_unreachable", words, (gap.id,))


def _is_ever_there(instance: Instance, party: Party) -> bool:
    return any(slot not in party.unavailable for slot in instance.slots)


def _own_tables(instance: Instance, request: Request) -> list[str]:
    tables = (instance.party[party].own_table for party in (request.a, request.b))
    return [table for table in tables if table]
