"""What a caller hears when the database refuses."""

from typing import LiteralString

import pytest
from neo4j.exceptions import ConstraintError, ResultFailedError

from graph.errors import Conflict
from graph.store import Store, settings
from graph.store.connection import Transaction

CREATE: LiteralString = "CREATE (:Setting {name: $name, value: $value})"


def test_a_taken_key_is_a_conflict(store: Store) -> None:
    settings.save_setting(store, "city", "长沙")
    with pytest.raises(Conflict):
        store.write(CREATE, name="city", value="株洲")
    assert settings.list_settings(store, "") == {"city": "长沙"}


def test_a_taken_key_is_a_conflict_also_where_the_driver_only_says_that_a_result_failed(
    store: Store,
) -> None:
    settings.save_setting(store, "city", "长沙")

    def work(transaction: Transaction) -> None:
        try:
            transaction.run(CREATE, name="city", value="株洲")
        except ConstraintError as refused:
            raise ResultFailedError(None, "failed") from refused

    with pytest.raises(Conflict):
        store.transact(work)
    assert settings.list_settings(store, "") == {"city": "长沙"}
