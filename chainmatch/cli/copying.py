"""``chainmatch graph copy``: a whole graph from one server to another."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import click

from chainmatch.cli.session import json_option, open_graph, print_json, progress_bar
from chainmatch.config import read_config
from chainmatch.i18n import gettext
from graph.domain.clock import now
from graph.embedded import Endpoint, graph_folder
from graph.errors import BadInput
from graph.exchange.copying import Copied, copy_graph
from graph.store import Store
from graph.store.bulk.copies import require_answer

URL = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://[^/@\s]+/?")
LOOKS_LIKE_URL = "://"


@click.command()
@click.option(
    "--to",
    "to_place",
    envvar="CHAINMATCH_COPY_TO",
    help="复制到这里：Neo4j 的地址，或另一个数据目录。 Copy to this Neo4j URL or data folder.",
)
@click.option(
    "--from",
    "from_place",
    envvar="CHAINMATCH_COPY_FROM",
    help="从这里复制到当前图谱。 Copy from this URL or data folder to the graph in use.",
)
@click.option(
    "--user",
    envvar="CHAINMATCH_COPY_USER",
    default="neo4j",
    show_default=True,
    help="那一边的用户名。 User of the other side.",
)
@click.option(
    "--password-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="密码所在的文件；或用环境变量 CHAINMATCH_COPY_PASSWORD。"
    " File with the password of the other side; or set CHAINMATCH_COPY_PASSWORD.",
)
@click.option(
    "--database",
    envvar="CHAINMATCH_COPY_DATABASE",
    default="neo4j",
    show_default=True,
    help="那一边的数据库名。 Database of the other side.",
)
@json_option
def copy(
    to_place: str | None,
    from_place: str | None,
    user: str,
    password_file: Path | None,
    database: str,
    as_json: bool,
) -> None:
    """把整个图谱复制到另一个空的图数据库。Copy the whole graph to another, empty database.

    中断后再次运行同一命令会接着复制。Interrupted, the same command goes on where it stopped.
    """
    place = _other_place(to_place, from_place)
    password = _password(password_file)
    started = time.monotonic()
    with (
        open_graph() as here,
        _open_place(place, user, password, database, must_exist=not to_place) as there,
        progress_bar() as progress,
    ):
        source, target = (here, there) if to_place else (there, here)
        copied = copy_graph(source, target, at=now(), progress=progress)
    _tell(copied, seconds=round(time.monotonic() - started, 1), as_json=as_json)


def _other_place(to_place: str | None, from_place: str | None) -> str:
    """Return the one that is given. Raises BadInput where both or none are."""
    if bool(to_place) == bool(from_place):
        raise BadInput("请用 --to 指定复制到哪里，或用 --from 指定从哪里复制（二选一）。")
    return to_place or from_place or ""


def _password(file: Path | None) -> str:
    """Read it from the file, or the environment: an argument would show in the process list."""
    if file is None:
        return os.environ.get("CHAINMATCH_COPY_PASSWORD", "")
    return file.read_text(encoding="utf-8").strip()


@contextmanager
def _open_place(
    place: str, user: str, password: str, database: str, *, must_exist: bool
) -> Iterator[Store]:
    """Open the other graph, migrated. Raises GraphUnavailable naming it, never its password."""
    if LOOKS_LIKE_URL not in place:
        with _open_folder(Path(place), must_exist=must_exist) as store:
            yield store
        return
    if not URL.fullmatch(place):
        raise BadInput(
            "图数据库的地址应像 neo4j+s://主机:7687 或 bolt://主机:7687，不带用户名和密码。"
        )
    endpoint = Endpoint(place, user, password, database)
    require_answer(endpoint)
    with open_graph(replace(read_config(), graph=endpoint)) as store:
        yield store


@contextmanager
def _open_folder(folder: Path, *, must_exist: bool) -> Iterator[Store]:
    home = folder.expanduser().resolve()
    config = read_config()
    if config.graph is None and home == config.home:
        raise BadInput("%(folder)s 就是当前图谱的数据目录。", folder=str(home))
    if must_exist and not graph_folder(home).path.exists():
        raise BadInput("%(folder)s 里没有图谱。", folder=str(home))
    with open_graph(replace(config, home=home, graph=None)) as store:
        yield store


def _tell(copied: Copied, *, seconds: float, as_json: bool) -> None:
    if as_json:
        print_json({**asdict(copied), "seconds": seconds})
        return
    if copied.resumed:
        click.echo(
            gettext("接着上次中断的地方：其中 %(rows)s 条上次已写入。", rows=f"{copied.resumed:,}")
        )
    click.echo(
        gettext(
            "已复制并核对一致：%(nodes)s 个节点，%(links)s 条关系，用时 %(seconds)s 秒。",
            nodes=f"{copied.nodes:,}",
            links=f"{copied.links:,}",
            seconds=seconds,
        )
    )
