"""What can be done with published maps: draft, edit, renew, publish, withdraw, discard."""

from datetime import date, datetime

from chainmatch import audit
from chainmatch.i18n import gettext
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.chain_atlas import Atlas, AtlasTexts, atlas_id
from graph.domain.clock import instant_text
from graph.domain.explored import Scope, View
from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store
from graph.store.analyst import chain_atlases
from graph.store.map import chains
from graph.viewing.reading import read_view


def draft(store: Store, *, actor: Account, chain: str, day: date, now: datetime) -> Atlas:
    """Draft the next edition of a chain's map, with the words of the last one.

    Raises NotFound, BadInput (no nodes on that day), Conflict (there is a draft).
    """
    found = chains.find_chain(store, chain)
    if found is None:
        raise NotFound("没有编码为 %(code)s 的产业链。", code=chain)
    earlier = chain_atlases.list_atlases(store, chain)
    if any(each.is_draft for each in earlier):
        raise Conflict("这条产业链已有一份草稿。")
    edition = max((each.edition for each in earlier), default=0) + 1
    title = gettext("%(name)s图谱", name=found.name)
    made = Atlas(
        atlas_id(chain, edition),
        chain,
        found.name,
        found.name_en,
        edition,
        day.isoformat(),
        _read(store, chain, day),
        earlier[0].texts if earlier else AtlasTexts(title, found.summary),
        created_by=actor.email,
        created_at=instant_text(now),
    )
    chain_atlases.create_atlas(store, made)
    _record(store, actor, Verb.ATLAS_DRAFTED, made, now)
    return made


def edit(store: Store, *, actor: Account, atlas: Atlas, texts: AtlasTexts, now: datetime) -> None:
    """Replace the texts and key nodes of a draft. Raises Conflict."""
    chain_atlases.save_texts(store, atlas, texts, by=actor.email, at=now)
    _record(store, actor, Verb.ATLAS_CHANGED, atlas, now)


def renew(store: Store, *, actor: Account, atlas: Atlas, day: date, now: datetime) -> None:
    """Read the map of a draft again, as of a day. Raises BadInput, Conflict."""
    view = _read(store, atlas.chain, day)
    chain_atlases.save_view(store, atlas, view, day.isoformat(), by=actor.email, at=now)
    _record(store, actor, Verb.ATLAS_CHANGED, atlas, now)


def publish(store: Store, *, actor: Account, atlas: Atlas, now: datetime) -> None:
    """Publish a draft for everybody to see. Raises BadInput (no key nodes), Conflict."""
    if not atlas.key_points:
        raise BadInput("请先选出重点环节，再发布。")
    chain_atlases.publish(store, atlas, by=actor.email, at=now)
    _record(store, actor, Verb.ATLAS_PUBLISHED, atlas, now)


def withdraw(store: Store, *, actor: Account, atlas: Atlas, now: datetime) -> None:
    """Take a published edition back from the public. Raises Conflict."""
    chain_atlases.withdraw(store, atlas, by=actor.email, at=now)
    _record(store, actor, Verb.ATLAS_WITHDRAWN, atlas, now)


def discard(store: Store, *, actor: Account, atlas: Atlas, now: datetime) -> None:
    """Throw a draft away. Raises Conflict."""
    chain_atlases.discard(store, atlas)
    _record(store, actor, Verb.ATLAS_DISCARDED, atlas, now)


def _read(store: Store, chain: str, day: date) -> View:
    view = read_view(store, Scope(day, chain=chain))
    if not view.points:
        raise BadInput("这条链在 %(day)s 还没有节点，请换一个日期。", day=day.isoformat())
    return view


def _record(store: Store, actor: Account, verb: Verb, atlas: Atlas, now: datetime) -> None:
    after = {"chain": atlas.chain, "edition": atlas.edition, "version": atlas.version}
    audit.record(store, actor=actor, verb=verb, subject=atlas.id, after=after, at=now)
