import click
import pytest
from click.testing import CliRunner

from chainmatch.cli.main import Group
from chainmatch.processes.interrupts import came_from


@click.command()
def stopped() -> None:
    """Be stopped, and break while closing, as the driver does."""
    try:
        raise KeyboardInterrupt
    finally:
        closing()


@click.command()
def broken() -> None:
    """Break by itself."""
    closing()


def closing() -> None:
    raise BufferError


class Commands(Group):
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return {"stopped": stopped, "broken": broken}.get(cmd_name)


def test_a_stopped_command_says_so_and_nothing_else() -> None:
    result = CliRunner().invoke(Commands(), ["stopped"])
    assert (result.exit_code, result.stderr) == (
        130,
        "已中断；已写入的内容保留，可以重新运行同一命令。\n",
    )


def test_a_broken_command_is_not_taken_for_a_stopped_one() -> None:
    result = CliRunner().invoke(Commands(), ["broken"])
    assert type(result.exception) is BufferError


def test_an_error_is_followed_to_where_it_came_from() -> None:
    with pytest.raises(BufferError) as raised:
        CliRunner().invoke(stopped, standalone_mode=False, catch_exceptions=False)
    assert came_from(raised.value, KeyboardInterrupt)
    assert not came_from(raised.value, SystemExit)
