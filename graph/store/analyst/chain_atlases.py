"""Published maps of chains in the graph: map and texts are kept whole, each edition once."""

from collections.abc import Mapping
from datetime import datetime

from graph.domain.chain_atlas import (
    Atlas,
    AtlasState,
    AtlasTexts,
    texts_from_json,
    texts_to_json,
    view_from_json,
    view_to_json,
)
from graph.domain.clock import instant_text
from graph.domain.explored import View
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.analyst import chain_atlases as cypher

PLAIN = (
    "chain",
    "chain_name",
    "chain_name_en",
    "edition",
    "day",
    "created_by",
    "created_at",
    "changed_by",
    "changed_at",
    "published_by",
    "published_at",
)


def create_atlas(store: Store, atlas: Atlas) -> None:
    """Keep a new draft. Raises Conflict where this edition is there already."""
    values = {name: getattr(atlas, name) for name in PLAIN}
    values |= {"view": view_to_json(atlas.view), "texts": texts_to_json(atlas.texts)}
    try:
        store.write(cypher.CREATE, id=atlas.id, values=values)
    except Conflict as error:
        raise Conflict("这条产业链已有一份草稿。") from error


def save_texts(store: Store, atlas: Atlas, texts: AtlasTexts, *, by: str, at: datetime) -> None:
    """Replace what a draft says. Raises Conflict where it is no draft or has changed meanwhile."""
    _change(store, atlas, AtlasState.DRAFT, {"texts": texts_to_json(texts), **_who(by, at)}, at)


def save_view(store: Store, atlas: Atlas, view: View, day: str, *, by: str, at: datetime) -> None:
    """Replace the map of a draft. Raises Conflict as ``save_texts`` does."""
    values = {"view": view_to_json(view), "day": day, **_who(by, at)}
    _change(store, atlas, AtlasState.DRAFT, values, at)


def publish(store: Store, atlas: Atlas, *, by: str, at: datetime) -> None:
    """Publish a draft: from here on it does not change. Raises Conflict as ``save_texts`` does."""
    values = {
        "state": AtlasState.PUBLISHED.value,
        "published_by": by,
        "published_at": instant_text(at),
    }
    _change(store, atlas, AtlasState.DRAFT, values, at)


def withdraw(store: Store, atlas: Atlas, *, by: str, at: datetime) -> None:
    """Take a published edition back from the public. Raises Conflict where it is none."""
    values = {"state": AtlasState.WITHDRAWN.value, **_who(by, at)}
    _change(store, atlas, AtlasState.PUBLISHED, values, at)


def discard(store: Store, atlas: Atlas) -> None:
    """Throw a draft away. Raises Conflict where it is no draft or has changed meanwhile."""
    if not store.write(cypher.DISCARD, id=atlas.id, version=atlas.version)[0]["total"]:
        raise _changed()


def find_atlas(store: Store, atlas_id: str) -> Atlas:
    """Return an edition. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=atlas_id)
    if row is None:
        raise NotFound("没有这份图谱。")
    return _atlas(row)


def list_atlases(store: Store, chain: str = "") -> list[Atlas]:
    """List editions by chain, the latest first; of all chains where none is named."""
    return [_atlas(row) for row in store.read(cypher.LIST, chain=chain)]


def _change(
    store: Store, atlas: Atlas, state: AtlasState, values: Mapping[str, object], at: datetime
) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, id=atlas.id, at=instant_text(at))
        told = {"state": state.value, "version": atlas.version, "values": dict(values)}
        if not transaction.run(cypher.CHANGE, id=atlas.id, **told):
            raise _changed()

    store.transact(work)


def _changed() -> Conflict:
    return Conflict("您打开之后，这份图谱已被别人修改。请核对最新内容后再操作。")


def _who(by: str, at: datetime) -> dict[str, str]:
    return {"changed_by": by, "changed_at": instant_text(at)}


def _atlas(row: Row) -> Atlas:
    stored = row["atlas"]
    return Atlas(
        id=stored["id"],
        view=view_from_json(stored["view"]),
        texts=texts_from_json(stored["texts"]),
        state=AtlasState(stored["state"]),
        version=stored["version"],
        **{name: stored[name] for name in PLAIN},
    )
