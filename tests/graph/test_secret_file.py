import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graph.embedded.secret_file import find_or_make_secret

AT_ONCE = 8


def test_a_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    first = find_or_make_secret(file)
    assert len(first) == 64
    assert find_or_make_secret(file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_all_who_start_at_once_have_the_same_secret(tmp_path: Path) -> None:
    start = threading.Barrier(AT_ONCE)

    def make(number: int) -> str:
        start.wait()
        return find_or_make_secret(tmp_path / "secret")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        made = list(pool.map(make, range(AT_ONCE)))
    assert made == [(tmp_path / "secret").read_text()] * AT_ONCE
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]
