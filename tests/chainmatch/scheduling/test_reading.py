"""Instance files are read whole or refused in words."""

from pathlib import Path
from typing import Any

import pytest

from chainmatch.scheduling.instance import Instance, Party, Request
from chainmatch.scheduling.reading import parse_instance, read_instance
from graph.errors import BadInput

PARTIES = [{"id": "A"}, {"id": "B"}]
REQUEST = {"id": "R", "a": "A", "b": "B"}


def data(**overrides: Any) -> dict[str, Any]:
    return {"slots": ["S"], "tables": ["T"], "parties": PARTIES, "requests": [REQUEST]} | overrides


def test_what_is_left_out_has_a_meaning() -> None:
    assert parse_instance(data()) == Instance(
        slots=("S",),
        tables=("T",),
        parties=(Party("A", max_meetings=1), Party("B", max_meetings=1)),
        requests=(Request("R", "A", "B"),),
    )


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ([], "instance 应写成 {…}。"),
        (data(slots="S"), 'instance.slots 应写成 ["…", …]。'),
        (data(slots=["S", "S"]), "slots 中“S”出现了不止一次。"),
        (data(parties=[{"id": ""}]), 'parties[0].id 应写成 "…"。'),
        (data(parties=[*PARTIES, {"id": "A"}]), "parties 中“A”出现了不止一次。"),
        (
            data(parties=[{"id": "A", "max_meetings": True}]),
            "parties[0].max_meetings 应写成 0, 1, …。",
        ),
        (data(parties=[{"id": "A", "own_table": "X"}]), "A 提到了不存在的编号“X”。"),
        (data(requests=[REQUEST | {"b": "X"}]), "R 提到了不存在的编号“X”。"),
        (data(requests=[REQUEST | {"b": "A"}]), "申请 R 的双方是同一家。"),
        (
            data(requests=[REQUEST | {"weight": float("nan")}]),
            "requests[0].weight 应写成 ≥ 0, < 1e9。",
        ),
        (data(vetoes=[["A"]]), "vetoes[0] 应写成 [id, id]。"),
    ],
)
def test_a_wrong_instance_is_told(bad: Any, said: str) -> None:
    with pytest.raises(BadInput) as told:
        parse_instance(bad)
    assert str(told.value) == said


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "day.json"
    path.write_bytes(content)
    with pytest.raises(BadInput) as told:
        read_instance(path)
    assert str(told.value) == f"{path} 不是有效的 JSON 文件（UTF-8）。"
