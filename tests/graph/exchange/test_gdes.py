"""Reading the gdes trade links."""

from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.exchange.datasets import repeats
from graph.exchange.gdes import read_gdes
from graph.exchange.rejects import Reject
from graph.messages import Message, message

HEADER = "supplier\tcustomer\tfirst_seen\tlast_seen\tsnapshots"
GOOD = "F00000\tF00023\t2018-12-31\t2022-06-30\t6"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "trades.tsv"


def write(file: Path, *lines: str) -> Path:
    file.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return file


def test_a_row_becomes_two_firms_and_a_link(file: Path) -> None:
    records = read_gdes(write(file, GOOD))
    assert [row.values for row in records.enterprises] == [
        {"code": f"gdes:{firm}", "name": firm, "kind": "company", "source": "gdes"}
        for firm in ("F00000", "F00023")
    ]
    assert [row.values for row in records.links["TRADES_WITH"]] == [
        {
            "start": "gdes:F00000",
            "end": "gdes:F00023",
            "source": "gdes",
            "as_of": "2022-06-30",
            "confidence": 0.8,
            "valid_from": "2018-12-31",
            "valid_to": "9999-12-31",
            "first_seen": "2018-12-31",
            "last_seen": "2022-06-30",
            "times": 6,
        }
    ]
    assert records.rejects == []


def test_a_folder_will_do_and_the_date_can_be_stated(file: Path) -> None:
    write(file, GOOD)
    records = read_gdes(file.parent, "2023-01-31")
    assert [row.values["as_of"] for row in records.links["TRADES_WITH"]] == ["2023-01-31"]


@pytest.mark.parametrize(
    ("line", "field", "value", "reason"),
    [
        (
            "F1\tF2",
            "",
            "F1\tF2",
            message("应有 %(expected)s 列，这里有 %(count)s 列", expected=5, count=2),
        ),
        ("\tF2\t2018-12-31\t2022-06-30\t6", "supplier", "", message("必填，不能空着")),
        ("F1\t \t2018-12-31\t2022-06-30\t6", "customer", "", message("必填，不能空着")),
        (
            "F1\tF1\t2018-12-31\t2022-06-30\t6",
            "customer",
            "F1",
            message("供应方和采购方不能是同一家企业"),
        ),
        (
            "F1\tF2\t2018-02-30\t2022-06-30\t6",
            "first_seen",
            "2018-02-30",
            message("不是日期，应写成 2022-12-31"),
        ),
        (
            "F1\tF2\t2018-12-31\t2022/6/30\t6",
            "last_seen",
            "2022/6/30",
            message("不是日期，应写成 2022-12-31"),
        ),
        (
            "F1\tF2\t2018-12-31\t2018-06-30\t6",
            "last_seen",
            "2018-06-30",
            message("最近日期早于首次日期"),
        ),
        ("F1\tF2\t2018-12-31\t2022-06-30\t-6", "snapshots", "-6", message("应是不小于 0 的整数")),
        (GOOD, "", "gdes:F00000 → gdes:F00023", repeats(2)),
    ],
)
def test_a_bad_row_is_told(file: Path, line: str, field: str, value: str, reason: Message) -> None:
    records = read_gdes(write(file, GOOD, line))
    assert records.rejects == [Reject("trades.tsv", 3, field, value, reason)]
    assert records.total == 3


def test_another_header_is_refused(file: Path) -> None:
    file.write_text("a\tb\n1\t2\n", encoding="utf-8")
    with pytest.raises(
        BadInput, match="第一行应是 supplier customer first_seen last_seen snapshots"
    ):
        read_gdes(file)


@pytest.mark.parametrize("lines", [(), ("F1\tF1\t2018-12-31\t2022-06-30\t6",)])
def test_a_file_without_one_good_row_is_refused(file: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(BadInput, match="没有一行能用"):
        read_gdes(write(file, *lines))


def test_an_empty_file_is_refused(file: Path) -> None:
    file.write_bytes(b"")
    with pytest.raises(BadInput, match="第一行应是"):
        read_gdes(file)
