"""From JSON to an Instance, telling what is wrong with a file in words."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from chainmatch.scheduling.instance import Gap, Instance, Meeting, Party, Request
from graph.errors import BadInput


def read_instance(path: Path) -> Instance:
    """Read an instance file. Raises BadInput naming the place and what is wrong there."""
    return parse_instance(read_json(path))


def read_previous(path: Path) -> tuple[Meeting, ...]:
    """Read the meetings of a timetable file. Raises BadInput."""
    return _meetings(_record(read_json(path), "timetable"), "timetable")


def read_json(path: Path) -> Any:
    """Load a JSON file in UTF-8. Raises BadInput where it cannot be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadInput(
            "读不到文件 %(path)s：%(reason)s。", path=path, reason=error.strerror
        ) from error
    except (ValueError, RecursionError) as error:
        raise BadInput("%(path)s 不是有效的 JSON 文件（UTF-8）。", path=path) from error


def parse_instance(data: Any) -> Instance:
    """Check the parts of an instance and how they refer to each other. Raises BadInput."""
    record = _record(data, "instance")
    slots = _unique(_texts(record, "slots", "instance"), "slots")
    parties = [_party(each, i, len(slots)) for i, each in enumerate(_list(record, "parties"))]
    instance = Instance(
        slots=slots,
        tables=_unique(_texts(record, "tables", "instance"), "tables"),
        parties=tuple(parties),
        requests=tuple(_request(each, i) for i, each in enumerate(_list(record, "requests"))),
        new_days=frozenset(_texts(record, "new_days", "instance", optional=True)),
        vetoes=_pairs(record, "vetoes"),
        rivals=_pairs(record, "rivals"),
        neighbours=_pairs(record, "neighbours") if record.get("neighbours") is not None else None,
        gaps=tuple(_gap(each, i) for i, each in enumerate(_list(record, "gaps", optional=True))),
        previous=_meetings(record.get("previous") or {"meetings": []}, "previous"),
        stability=_number(record, "stability", "instance", default=0.0),
    )
    _check_references(instance)
    return instance


def _party(data: Any, position: int, slots: int) -> Party:
    place = f"parties[{position}]"
    record = _record(data, place)
    return Party(
        id=_text(record, "id", place),
        unavailable=frozenset(_texts(record, "unavailable", place, optional=True)),
        max_meetings=_count(record, "max_meetings", place, default=slots),
        own_table=_optional_text(record, "own_table", place),
        owner=_optional_text(record, "owner", place),
    )


def _request(data: Any, position: int) -> Request:
    place = f"requests[{position}]"
    record = _record(data, place)
    limited = record.get("slots") is not None
    return Request(
        id=_text(record, "id", place),
        a=_text(record, "a", place),
        b=_text(record, "b", place),
        weight=_number(record, "weight", place, default=1.0),
        pinned=_optional_text(record, "pinned", place),
        slots=frozenset(_texts(record, "slots", place)) if limited else None,
    )


def _gap(data: Any, position: int) -> Gap:
    place = f"gaps[{position}]"
    record = _record(data, place)
    return Gap(
        id=_text(record, "id", place),
        requests=tuple(dict.fromkeys(_texts(record, "requests", place))),
        weight=_number(record, "weight", place, default=1.0),
    )


def _meetings(data: Any, place: str) -> tuple[Meeting, ...]:
    found = []
    for i, each in enumerate(_list(_record(data, place), "meetings")):
        where = f"{place}.meetings[{i}]"
        record = _record(each, where)
        found.append(
            Meeting(*(_text(record, name, where) for name in ("request", "slot", "table")))
        )
    return tuple(found)


def _pairs(record: dict[str, Any], name: str) -> frozenset[frozenset[str]]:
    found = set()
    for i, pair in enumerate(_list(record, name, optional=True)):
        texts = isinstance(pair, list) and all(isinstance(each, str) for each in pair)
        if not texts or len(set(pair)) != 2:
            raise _wrong(f"{name}[{i}]", "[id, id]")
        found.add(frozenset(pair))
    return frozenset(found)


def _check_references(instance: Instance) -> None:
    _unique((party.id for party in instance.parties), "parties")
    _unique((request.id for request in instance.requests), "requests")
    slots, tables, parties = set(instance.slots), set(instance.tables), set(instance.party)
    for party in instance.parties:
        _known(party.unavailable, slots, party.id)
        _known(filter(None, [party.own_table]), tables, party.id)
    for request in instance.requests:
        _known([request.a, request.b], parties, request.id)
        _known(filter(None, [request.pinned]), slots, request.id)
        _known(request.slots or (), slots, request.id)
        if request.a == request.b:
            raise BadInput("申请 %(id)s 的双方是同一家。", id=request.id)
    _known(instance.new_days, slots, "new_days")
    _known(frozenset().union(*instance.vetoes, *instance.rivals), parties, "vetoes, rivals")
    _known(frozenset().union(*instance.neighbours or ()), tables, "neighbours")
    for gap in instance.gaps:
        _known(gap.requests, set(instance.request), gap.id)


def _known(names: Iterable[str], known: set[str], place: str) -> None:
    unknown = sorted(set(names) - known)
    if unknown:
        raise BadInput("%(place)s 提到了不存在的编号“%(name)s”。", place=place, name=unknown[0])


def _unique(names: Iterable[str], place: str) -> tuple[str, ...]:
    counted = Counter(names)
    twice = [name for name, count in counted.items() if count > 1]
    if twice:
        raise BadInput("%(place)s 中“%(name)s”出现了不止一次。", place=place, name=twice[0])
    return tuple(counted)


def _record(data: Any, place: str) -> dict[str, Any]:
    return _of(data, lambda value: isinstance(value, dict), place, "{…}")


def _list(record: dict[str, Any], name: str, *, optional: bool = False) -> list[Any]:
    value = record.get(name)
    if value is None and optional:
        return []
    return _of(value, lambda value: isinstance(value, list), name, "[…]")


def _texts(record: dict[str, Any], name: str, place: str, *, optional: bool = False) -> list[str]:
    value = record.get(name)
    if value is None and optional:
        return []
    return _of(
        value,
        lambda value: isinstance(value, list) and all(isinstance(each, str) for each in value),
        f"{place}.{name}",
        '["…", …]',
    )


def _text(record: dict[str, Any], name: str, place: str) -> str:
    return _of(
        record.get(name), lambda value: isinstance(value, str) and value, f"{place}.{name}", '"…"'
    )


def _optional_text(record: dict[str, Any], name: str, place: str) -> str | None:
    return None if record.get(name) is None else _text(record, name, place)


def _count(record: dict[str, Any], name: str, place: str, *, default: int) -> int:
    value = default if record.get(name) is None else record[name]
    return _of(value, lambda value: type(value) is int and value >= 0, f"{place}.{name}", "0, 1, …")


def _number(record: dict[str, Any], name: str, place: str, *, default: float) -> float:
    value = default if record.get(name) is None else record[name]
    return float(
        _of(
            value,
            lambda value: type(value) in (int, float) and 0 <= value < 1e9,
            f"{place}.{name}",
            "≥ 0, < 1e9",
        )
    )


def _of(value: Any, is_right: Callable[[Any], Any], place: str, expected: str) -> Any:
    if not is_right(value):
        raise _wrong(place, expected)
    return value


def _wrong(place: str, expected: str) -> BadInput:
    return BadInput("%(place)s 应写成 %(expected)s。", place=place, expected=expected)
