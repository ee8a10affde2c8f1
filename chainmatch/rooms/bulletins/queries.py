"""What the pages of the bulletins room show."""

import io
from dataclasses import dataclass

from chainmatch.documents.docx_file import docx_bytes
from chainmatch.documents.fonts import find_font
from chainmatch.documents.parts import Part
from chainmatch.documents.pdf_file import pdf_bytes
from chainmatch.formats import local_time
from chainmatch.i18n import gettext
from chainmatch.rooms.bulletins import operations
from chainmatch.rooms.bulletins.sheet import parts
from graph.domain.account import Account, Role
from graph.domain.bulletin import Audience, Bulletin
from graph.domain.clock import parse_instant
from graph.errors import NotFound
from graph.store import Store
from graph.store.followup import bulletins


@dataclass(frozen=True)
class BulletinPage:
    """A bulletin laid out, its other editions, and what the reader may do."""

    bulletin: Bulletin
    parts: list[Part]
    subtitle: str
    foot: str
    editions: list[Bulletin]
    is_staff: bool
    can_edit: bool
    can_approve: bool


def list_bulletins(store: Store, actor: Account | None) -> list[Bulletin]:
    """List what this person may read, the latest first."""
    if _is_unit(actor):
        return [each for each in bulletins.list_bulletins(store) if each.is_frozen]
    audience = None if _is_staff(actor) else Audience.PUBLIC
    return bulletins.list_bulletins(store, audience=audience)


def find_bulletin(store: Store, actor: Account | None, bulletin_id: str) -> Bulletin:
    """Return a bulletin. Raises NotFound, also where this person may not read it."""
    found = bulletins.find_bulletin(store, bulletin_id)
    is_for_all = found.audience == Audience.PUBLIC or _is_unit(actor)
    if _is_staff(actor) or (found.is_frozen and is_for_all):
        return found
    raise NotFound("没有这份通报。")


def show_bulletin(store: Store, actor: Account | None, bulletin_id: str) -> BulletinPage:
    """Read a bulletin. Raises NotFound."""
    found = find_bulletin(store, actor, bulletin_id)
    readable = {each.id for each in list_bulletins(store, actor)}
    editions = bulletins.list_of_month(store, found.month)
    return BulletinPage(
        found,
        parts(found),
        subtitle(found),
        foot(found),
        [each for each in editions if each.id in readable],
        _is_staff(actor),
        actor is not None and operations.can_edit(actor),
        actor is not None and operations.can_approve(actor, found),
    )


def write_docx(bulletin: Bulletin) -> io.BytesIO:
    """Write a bulletin as a Word document."""
    return docx_bytes(bulletin.texts["title"], subtitle(bulletin), parts(bulletin), foot(bulletin))


def write_pdf(bulletin: Bulletin) -> io.BytesIO:
    """Write a bulletin as a PDF. Raises BadInput where the machine has no Chinese font."""
    return io.BytesIO(
        pdf_bytes(
            find_font(),
            title=bulletin.texts["title"],
            subtitle=subtitle(bulletin),
            parts=parts(bulletin),
            foot=foot(bulletin),
            at=parse_instant(bulletin.frozen_at or bulletin.created_at),
        )
    )


def subtitle(bulletin: Bulletin) -> str:
    """Say of which day it is, and which edition; nothing that may change after it is frozen."""
    words = gettext(
        "数据截至 %(date)s · 第 %(edition)s 版",
        date=bulletin.content.at,
        edition=bulletin.edition,
    )
    return words if bulletin.is_frozen else words + " · " + gettext("未定稿")


def foot(bulletin: Bulletin) -> str:
    """Say who approved it and by which sum it can be checked."""
    if not bulletin.is_frozen:
        return gettext("草稿，数字和文字都可能变化。")
    return gettext(
        "%(time)s 批准定稿。校验码（SHA-256）%(checksum)s",
        time=local_time(bulletin.frozen_at),
        checksum=bulletin.checksum,
    )


def _is_unit(actor: Account | None) -> bool:
    """Whether this person acts for one of the units that a bulletin is sent to."""
    return actor is not None and actor.role == Role.UNIT


def _is_staff(actor: Account | None) -> bool:
    return actor is not None and actor.can_import
