"""What can be done with bulletins: draft, edit, send, approve, correct."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from chainmatch import audit
from chainmatch.i18n import LANGUAGES, pick, speaking
from chainmatch.rooms.bulletins.wording import draft_texts
from chainmatch.wording.city import City, find_city
from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.bulletin import TEXTS, Audience, Bulletin, Content, bulletin_id
from graph.domain.clock import instant_text
from graph.domain.notice import Notice, NoticeKind
from graph.errors import BadInput, Conflict, Forbidden
from graph.ledger.bulletins import gather
from graph.messages import Message, message
from graph.store import Store
from graph.store.followup import bulletins
from graph.store.post.notices import notify, notify_roles

LONGEST_TEXT = 4000


def can_edit(actor: Account) -> bool:
    """Whether this person writes bulletins."""
    return actor.can_review


def can_approve(actor: Account, bulletin: Bulletin) -> bool:
    """Whether this person approves this one: an administrator other than who sent it."""
    return actor.can_administer and actor.email != bulletin.sent_by


def draft(
    store: Store,
    *,
    actor: Account | None,
    at: date,
    now: datetime,
    reason: str = "",
    source: str = "",
) -> Bulletin:
    """Draft the bulletin of the month of a day from the data as of that day.

    Where the month has a frozen edition this is the next one and needs the reason of the
    correction. ``actor`` is None for the daily check. Raises Forbidden, BadInput, Conflict.
    """
    if actor is not None:
        _check_editor(actor)
    month = at.isoformat()[:7]
    earlier = bulletins.list_of_month(store, month)
    if earlier and not earlier[0].is_frozen:
        raise Conflict("%(month)s 的通报已有一份草稿。", month=month)
    if earlier and not reason.strip():
        raise BadInput("更正已定稿的通报需要写明原因。")
    content = gather(store, at=at, since=_since(store, at))
    if not content.signed:
        raise BadInput("%(date)s 以前没有签约项目，不能起草通报。", date=at.isoformat())
    city = find_city(store)
    edition = earlier[0].edition + 1 if earlier else 1
    made = Bulletin(
        bulletin_id(month, edition),
        month,
        edition,
        content,
        draft_texts(content, pick(city.name, city.name_en)),
        corrects=earlier[0].id if earlier else "",
        reason=reason.strip(),
        created_by=actor.email if actor else "",
        created_at=instant_text(now),
        source=source,
    )
    bulletins.create_bulletin(store, made)
    _record(store, actor, Verb.BULLETIN_DRAFTED, made, now)
    if actor is None and not source:
        words = message("%(month)s 的通报已自动起草，请核对后送审", month=month)
        _tell(store, Verb.BULLETIN_DRAFTED, made, words, now)
    return made


def edit(
    store: Store, *, actor: Account, bulletin: Bulletin, texts: Mapping[str, str], now: datetime
) -> None:
    """Replace the texts of a draft. Raises Forbidden, BadInput, Conflict."""
    _check_editor(actor)
    kept = {name: texts.get(name, "").strip() for name in TEXTS}
    if not kept["title"]:
        raise BadInput("请填写标题。")
    bulletins.save_draft(store, bulletin, texts=kept, content=bulletin.content, at=now)
    _record(store, actor, Verb.BULLETIN_CHANGED, bulletin, now)


def renew(store: Store, *, actor: Account, bulletin: Bulletin, now: datetime) -> None:
    """Gather a draft's figures again, and word again what nobody changed.

    Raises Forbidden, Conflict.
    """
    _check_editor(actor)
    fresh = gather(
        store,
        at=date.fromisoformat(bulletin.content.at),
        since=date.fromisoformat(bulletin.content.since),
    )
    texts = {key: bulletin.texts.get(key, "") for key in TEXTS}
    for language in LANGUAGES:  # whoever presses may read another one than who drafted
        with speaking(language):
            texts = _worded_again(texts, bulletin.content, fresh, find_city(store))
    bulletins.save_draft(store, bulletin, texts=texts, content=fresh, at=now)
    _record(store, actor, Verb.BULLETIN_CHANGED, bulletin, now)


def _worded_again(
    texts: Mapping[str, str], before: Content, after: Content, city: City
) -> dict[str, str]:
    """Put new words, in the language spoken now, where the drafted ones still stand."""
    name = pick(city.name, city.name_en)
    drafted, fresh = draft_texts(before, name), draft_texts(after, name)
    return {key: fresh[key] if text == drafted[key] else text for key, text in texts.items()}


def send(store: Store, *, actor: Account, bulletin: Bulletin, now: datetime) -> None:
    """Send a draft for approval. Raises Forbidden, Conflict."""
    _check_editor(actor)
    bulletins.send(store, bulletin, by=actor.email, at=now)
    _record(store, actor, Verb.BULLETIN_SENT, bulletin, now)
    words = message("%(month)s 的通报待审批", month=bulletin.month)
    _tell(store, Verb.BULLETIN_SENT, bulletin, words, now)


def send_back(
    store: Store, *, actor: Account, bulletin: Bulletin, reason: str, now: datetime
) -> None:
    """Send it back to be changed. Raises Forbidden, BadInput, Conflict."""
    _check_administrator(actor)
    if not reason.strip():
        raise BadInput("退回需要写明原因。")
    bulletins.send_back(store, bulletin, reason=reason.strip(), at=now)
    _record(store, actor, Verb.BULLETIN_SENT_BACK, bulletin, now)
    words = message(
        "%(month)s 的通报被退回：%(reason)s", month=bulletin.month, reason=reason.strip()
    )
    _tell(store, Verb.BULLETIN_SENT_BACK, bulletin, words, now, [bulletin.sent_by])


def approve(
    store: Store, *, actor: Account, bulletin: Bulletin, audience: Audience, now: datetime
) -> Bulletin:
    """Approve what was sent; from here on it never changes. Raises Forbidden, Conflict."""
    _check_administrator(actor)
    if not can_approve(actor, bulletin):
        raise Forbidden("送审人不能审批自己送审的通报，请由另一位管理员审批。")
    frozen = bulletins.freeze(store, bulletin, audience=audience, by=actor.email, at=now)
    _record(store, actor, Verb.BULLETIN_FROZEN, frozen, now)
    words = message("%(month)s 的通报已批准定稿", month=bulletin.month)
    _tell(store, Verb.BULLETIN_FROZEN, bulletin, words, now, [bulletin.sent_by])
    return frozen


def show_to(
    store: Store, *, actor: Account, bulletin: Bulletin, audience: Audience, now: datetime
) -> None:
    """Choose who may read a frozen bulletin. Raises Forbidden, Conflict."""
    _check_administrator(actor)
    bulletins.show_to(store, bulletin, audience)
    _record(store, actor, Verb.BULLETIN_SHOWN, bulletin, now, audience=audience.value)


def _since(store: Store, at: date) -> date:
    """Return the day of the bulletin before, else the last day of the month before."""
    end_of_last_month = at.replace(day=1) - timedelta(days=1)
    before = bulletins.last_day_before(store, at.replace(day=1).isoformat())
    return date.fromisoformat(before) if before else end_of_last_month


def _check_editor(actor: Account) -> None:
    if not can_edit(actor):
        raise Forbidden("只有会务和管理员可以编写通报。")


def _check_administrator(actor: Account) -> None:
    if not actor.can_administer:
        raise Forbidden("只有管理员可以审批通报。")


def _tell(
    store: Store,
    verb: Verb,
    bulletin: Bulletin,
    words: Message,
    now: datetime,
    emails: Sequence[str] = (),
) -> None:
    """Tell some people; without a name those whose turn it is."""
    notice = Notice(
        NoticeKind.BULLETIN, words, f"/bulletins/{bulletin.id}", f"{verb.value}:{bulletin.id}"
    )
    if emails:
        notify(store, emails, notice, at=now)
        return
    turn = {Role.ADMINISTRATOR} if verb == Verb.BULLETIN_SENT else {Role.ORGANIZER}
    notify_roles(store, turn, notice, at=now)


def _record(
    store: Store,
    actor: Account | None,
    verb: Verb,
    bulletin: Bulletin,
    now: datetime,
    **told: str,
) -> None:
    if actor is not None:
        after = {"version": bulletin.version, "checksum": bulletin.checksum, **told}
        audit.record(store, actor=actor, verb=verb, subject=bulletin.id, after=after, at=now)
