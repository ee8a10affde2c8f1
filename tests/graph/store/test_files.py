import pytest

from graph.domain.file import StoredFile
from graph.errors import NotFound
from graph.store import Store, files

FILE = StoredFile("ab" * 32, "企业.csv", 120, "a@test.example", "2026-11-23T12:00:00.000000Z")


def test_a_file_is_remembered_under_its_first_name(store: Store) -> None:
    assert files.save_file(store, FILE) == FILE
    again = StoredFile(
        FILE.sha256, "别名.csv", 120, "b@test.example", "2026-11-24T12:00:00.000000Z"
    )
    assert files.save_file(store, again) == FILE
    assert files.find_file(store, FILE.sha256) == FILE


def test_an_unknown_file_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        files.find_file(store, "00" * 32)
