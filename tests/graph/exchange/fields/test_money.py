import pytest

from graph.exchange.fields.money import parse_wan, write_wan
from graph.messages import Message


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("30000", 300_000_000),
        (30000, 300_000_000),
        (0.1, 1000),
        ("1,234.5678", 12_345_678),
        ("１２", 120_000),
        (0.3, 3000),
        (0, 0),
    ],
)
def test_ten_thousands_become_whole_yuan(cell: str | float, yuan: int) -> None:
    assert parse_wan(cell) == yuan


@pytest.mark.parametrize("cell", ["-1", "1.23456", "三亿", "1e12"])
def test_other_amounts_are_refused(cell: str) -> None:
    assert isinstance(parse_wan(cell), Message)


@pytest.mark.parametrize(
    ("yuan", "text"), [(300_000_000, "30000"), (12_345_678, "1234.5678"), (0, "0"), (1, "0.0001")]
)
def test_whole_yuan_are_written_back(yuan: int, text: str) -> None:
    assert write_wan(yuan) == text
    assert parse_wan(text) == yuan
