"""What the pages of the atlas room show."""

from dataclasses import dataclass

from chainmatch.formats import local_time
from chainmatch.i18n import gettext, pick
from chainmatch.pictures.map_drawing import draw_map
from chainmatch.pictures.shapes import Drawing
from chainmatch.wording.city import find_city
from graph.analysis.explore.layout import lay_out
from graph.domain.account import Account
from graph.domain.chain_atlas import Atlas, AtlasState
from graph.errors import NotFound
from graph.store import Store
from graph.store.analyst import chain_atlases
from graph.store.map import choices
from graph.store.map.choices import Choice


@dataclass(frozen=True)
class AtlasPage:
    """An edition with the others of its chain that the reader may see."""

    atlas: Atlas
    subtitle: str
    foot: str
    editions: list[Atlas]
    is_staff: bool


def list_latest(store: Store, actor: Account | None) -> list[Atlas]:
    """List the latest published edition of each chain; for the staff drafts and withdrawn too."""
    found = chain_atlases.list_atlases(store)
    if _is_staff(actor):
        return found
    latest: dict[str, Atlas] = {}
    for each in found:
        if each.state == AtlasState.PUBLISHED:
            latest.setdefault(each.chain, each)
    return list(latest.values())


def list_chains(store: Store) -> list[Choice]:
    """List the chains of which a map can be drafted."""
    return choices.list_chain_choices(store, only_published=False)


def find_atlas(store: Store, actor: Account | None, atlas_id: str) -> Atlas:
    """Return an edition. Raises NotFound, also where this person may not see it."""
    found = chain_atlases.find_atlas(store, atlas_id)
    if _is_staff(actor) or found.state == AtlasState.PUBLISHED:
        return found
    raise NotFound("没有这份图谱。")


def find_latest(store: Store, chain: str) -> Atlas:
    """Return the latest published edition of a chain. Raises NotFound."""
    for each in chain_atlases.list_atlases(store, chain) if chain else ():
        if each.state == AtlasState.PUBLISHED:
            return each
    raise NotFound("没有这份图谱。")


def show_atlas(store: Store, actor: Account | None, atlas_id: str) -> AtlasPage:
    """Read an edition. Raises NotFound."""
    found = find_atlas(store, actor, atlas_id)
    editions = [
        each
        for each in chain_atlases.list_atlases(store, found.chain)
        if _is_staff(actor) or each.state == AtlasState.PUBLISHED
    ]
    return AtlasPage(found, subtitle(store, found), foot(found), editions, _is_staff(actor))


def draw(atlas: Atlas) -> Drawing:
    """Draw the map of an edition."""
    return draw_map(atlas.view, lay_out(atlas.view), atlas.texts.title)


def subtitle(store: Store, atlas: Atlas) -> str:
    """Say whose map it is, of which day, which edition."""
    city = find_city(store)
    return gettext(
        "%(city)s · 图谱日期 %(date)s · 第 %(edition)s 版",
        city=pick(city.name, city.name_en),
        date=atlas.day,
        edition=atlas.edition,
    )


def foot(atlas: Atlas) -> str:
    """Say when it was published."""
    if atlas.is_draft:
        return gettext("草稿，尚未发布。")
    words = gettext("%(time)s 发布。", time=local_time(atlas.published_at))
    return words + (gettext("已撤回。") if atlas.state == AtlasState.WITHDRAWN else "")


def _is_staff(actor: Account | None) -> bool:
    return actor is not None and actor.can_import
