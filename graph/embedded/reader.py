"""The database user of typed queries: it may read the map and nothing else, within limits.

ArcadeDB does not refuse a write in a read transaction, so that what a person types is run by a
user who could not write in any. The server itself keeps the limit of time. Its limit of rows
(``resultSetLimit``) is not used: it also cuts what a query only passes through, so that counts
would be wrong without a word; ``graph.inquiry`` gives each query a LIMIT instead.
"""

import json
from pathlib import Path
from typing import Any

READER = "reader"
MOST_SECONDS = 10
EVERYTHING = ("createRecord", "readRecord", "updateRecord", "deleteRecord")
ADMINISTRATION = ("updateSecurity", "updateSchema", "updateDatabaseSettings")
UNLIMITED = -1


def write_groups(file: Path, readable: list[str]) -> None:
    """Say, before the server starts, what each group may do: the reader may read ``readable``."""
    groups = {
        "admin": _group(dict.fromkeys(["*"], EVERYTHING), access=ADMINISTRATION),
        READER: _group(
            {"*": (), **dict.fromkeys(readable, ("readRecord",))},
            milliseconds=MOST_SECONDS * 1000,
        ),
        "*": _group({"*": ()}),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}, indent=2)
    file.write_text(text, encoding="utf-8")


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


def create_reader(server: Any, database: str, password: str) -> None:
    """Make the user anew in a started server, with this password whatever it had before."""
    import jpype  # noqa: PLC0415 - only in the process that runs Java

    security = server._java_server.getSecurity()
    if security.existsUser(READER):
        security.dropUser(READER)
    user = {"name": READER, "databases": {database: [READER]}}
    described = jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(user))
    security.createUser(described.put("password", security.encodePassword(password)))
