import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j import exceptions
from waiting import wait_for

from graph.embedded import EmbeddedServer, find_reader, leases
from graph.store import Store

LONG = 60.0
COUNT = "MATCH (e:Enterprise) RETURN count(e) AS n"
Take = Callable[..., leases.Lease]


@pytest.fixture
def take() -> Iterator[Take]:
    """Take a user in this folder, for so many seconds; all are given back at the end."""
    taken: list[leases.Lease] = []

    def take(folder: Path, seconds: float = LONG) -> leases.Lease:
        lease = leases.take(folder, seconds)
        assert lease is not None
        taken.append(lease)
        return lease

    yield take
    for lease in taken:
        if not lease.has_ended:
            lease.end()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Store]:
    """A database with one enterprise, as those see it who may only read the map."""
    server = EmbeddedServer(tmp_path)
    at = server.start()
    owner, reader = Store(lambda: at), Store(lambda: find_reader(tmp_path))
    owner.write("CREATE (:Enterprise {code: 'e'})")
    yield reader
    reader.close()
    owner.close()
    server.stop()


def test_each_takes_another_user_until_none_is_left(tmp_path: Path, take: Take) -> None:
    taken = [take(tmp_path) for _ in leases.READERS]
    assert [lease.user for lease in taken] == list(leases.READERS)
    assert leases.take(tmp_path, LONG) is None
    taken[1].end()
    assert take(tmp_path).user == leases.READERS[1]


def test_the_limit_is_written_for_the_database_to_read(tmp_path: Path, take: Take) -> None:
    before = time.monotonic()
    lease = take(tmp_path, 7)
    with (tmp_path / lease.user).open(encoding="ascii") as file:
        limit = leases.read_limit(file)
    assert limit is not None
    assert before + 7 - 0.001 <= limit <= time.monotonic() + 7 + 0.001
    lease.end()
    assert (tmp_path / lease.user).read_text(encoding="ascii") == ""


def test_who_comes_too_late_leaves_the_user_to_the_database(tmp_path: Path, take: Take) -> None:
    take(tmp_path, -1).end()
    assert take(tmp_path).user == leases.READERS[1]


def test_the_late_lose_their_rights_for_a_moment(reader: Store, take: Take) -> None:
    folder = reader.endpoint.leases
    assert folder is not None
    late, punctual = take(folder, -1), take(folder)
    wait_for(lambda: not may_read(reader, late.user))
    assert may_read(reader, punctual.user)
    late.end()
    wait_for(lambda: users_at_work(folder) == {punctual.user})
    assert may_read(reader, late.user)


def may_read(reader: Store, user: str) -> bool:
    try:
        reader.look(COUNT, {}, rows=1, seconds=LONG, user=user)
    except exceptions.Forbidden:
        return False
    return True


def users_at_work(folder: Path) -> set[str]:
    return {user for user in leases.READERS if (folder / user).read_text(encoding="ascii")}
