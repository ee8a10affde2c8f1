"""The database users of typed queries: they may read the map and nothing else, within limits.

ArcadeDB does not refuse a write in a read transaction, so that what a person types is run by a
user who could not write in any. The server itself keeps the limit of time. Its limit of rows
(``resultSetLimit``) is not used: it also cuts what a query only passes through, so that counts
would be wrong without a word; ``graph.inquiry`` gives each query a LIMIT instead.
"""

import json
from pathlib import Path
from typing import Any

from graph.embedded.leases import READERS

READER = "reader"
"""The group of all READERS; also the one user that earlier versions had."""
MOST_SECONDS = 10
EVERYTHING = ("createRecord", "readRecord", "updateRecord", "deleteRecord")
ADMINISTRATION = ("updateSecurity", "updateSchema", "updateDatabaseSettings")
UNLIMITED = -1


def write_groups(file: Path, readable: list[str]) -> None:
    """Say, before the server starts, what each group may do: readers may read ``readable``."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"databases": {"*": {"groups": groups(readable)}}, "version": 2}, indent=2)
    file.write_text(text, encoding="utf-8")


def groups(readable: list[str]) -> dict[str, dict[str, Any]]:
    """Return what each group may do, by its name, where readers may read these types."""
    return {
        "admin": _group(dict.fromkeys(["*"], EVERYTHING), access=ADMINISTRATION),
        READER: _group(
            {"*": (), **dict.fromkeys(readable, ("readRecord",))},
            milliseconds=MOST_SECONDS * 1000,
        ),
        "*": _group({"*": ()}),
    }


def _group(
    types: dict[str, tuple[str, ...]],
    *,
    access: tuple[str, ...] = (),
    milliseconds: int = UNLIMITED,
) -> dict[str, Any]:
    return {
        "resultSetLimit": UNLIMITED,
        "readTimeout": milliseconds,
        "access": list(access),
        "types": {name: {"access": list(rights)} for name, rights in types.items()},
    }


def create_readers(server: Any, database: str, password: str) -> None:
    """Make the users anew in a started ArcadeDBServer, with this password whatever they had."""
    security = server.getSecurity()
    for user in (READER, *READERS):
        if security.existsUser(user):
            security.dropUser(user)
    for user in READERS:
        described = as_java({"name": user, "databases": {database: [READER]}})
        security.createUser(described.put("password", security.encodePassword(password)))


def as_java(described: dict[str, Any]) -> Any:
    """Turn plain values into the JSON object that ArcadeDB takes."""
    import jpype  # noqa: PLC0415 - only in the process that runs Java

    return jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(described))
