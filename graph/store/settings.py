"""Named settings of the installation, in the graph."""

from graph.store.connection import Store
from graph.store.cypher import settings as cypher


def find_setting(store: Store, name: str, default: str = "") -> str:
    """Return a setting, or ``default`` where it was never saved."""
    row = store.read_one(cypher.FIND, name=name)
    return row["value"] if row else default


def save_setting(store: Store, name: str, value: str) -> None:
    """Save a setting."""
    store.write(cypher.SAVE, name=name, value=value)


def list_settings(store: Store, prefix: str) -> dict[str, str]:
    """Return the settings whose name starts so, by name."""
    return {row["name"]: row["value"] for row in store.read(cypher.LIST, prefix=prefix)}
