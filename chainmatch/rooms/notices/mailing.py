"""Mail about notices: at once with a short pause, or one digest a day, in the reader's language."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from chainmatch.background.rounds import Round
from chainmatch.config import Config
from chainmatch.formats import ZONE, local_date, local_time
from chainmatch.i18n import speaking, translate
from chainmatch.mail.writing import write_letter
from graph.domain.clock import date_text, instant_text
from graph.domain.letter import Letter
from graph.domain.notice import DIGEST_HOUR, MAIL_PAUSE, DueReader, KeptNotice, MailChoice
from graph.messages import Message, message
from graph.store import Store
from graph.store.post import notice_mail, notices

MOST_NAMED = 30
"""A letter names so many notices; of the others it says how many they are."""


def mail_due(store: Store, config: Config, at: datetime) -> None:
    """Post the letters whose time has come, each with all that waits for its reader."""
    for reader in notice_mail.list_due(store):
        unwanted = reader.notices if not reader.active else reader.chosen(MailChoice.NEVER)
        if unwanted:
            notice_mail.leave_unmailed(store, unwanted)
        if reader.active:
            _mail(store, reader, at)


def forget_old(store: Store, config: Config, at: datetime) -> None:
    """Remove what was read long ago."""
    notices.forget_old(store, at=at)


def _mail(store: Store, reader: DueReader, at: datetime) -> None:
    digest = _digest(reader, at)
    due = [*_urgent(reader, at), *digest]
    if not due:
        return
    notice_mail.mail(
        store,
        reader.email,
        due,
        lambda still_due: _letter(store, reader, still_due, at),
        digest_day=date_text(local_date(at)) if digest else "",
        at=at,
    )


def _urgent(reader: DueReader, at: datetime) -> Sequence[KeptNotice]:
    """All that goes at once, as soon as the oldest has waited long enough."""
    urgent = reader.chosen(MailChoice.AT_ONCE)
    waited = any(each.created_at <= instant_text(at - MAIL_PAUSE) for each in urgent)
    return urgent if waited else ()


def _digest(reader: DueReader, at: datetime) -> Sequence[KeptNotice]:
    """All that goes once a day, from the hour of the digest on."""
    local = at.astimezone(ZONE)
    if local.hour < DIGEST_HOUR or reader.digest_day == date_text(local.date()):
        return ()
    return reader.chosen(MailChoice.DAILY)


def _letter(store: Store, reader: DueReader, told: Sequence[KeptNotice], at: datetime) -> Letter:
    with speaking(reader.locale):
        lines = [
            f"· {translate(each.notice.message)}（{local_time(each.renewed_at)}）"
            for each in told[:MOST_NAMED]
        ]
        if len(told) > MOST_NAMED:
            more = message("另有 %(number)s 条通知。", number=len(told) - MOST_NAMED)
            lines.append(translate(more))
    return write_letter(
        store,
        to=reader.email,
        locale=reader.locale,
        subject=_subject(told),
        body=message(
            "%(name)s，您好：\n\n%(lines)s\n\n打开查看：{link}\n\n不想收到这类邮件，可以在“通知设置”里修改。",
            name=reader.name,
            lines="\n".join(lines),
        ),
        key=f"notices:{reader.email}:{instant_text(at)}",
        at=at,
        path=told[0].notice.path if len(told) == 1 else "/notices",
    )


def _subject(told: Sequence[KeptNotice]) -> Message:
    if len(told) == 1:
        return told[0].notice.message
    return message("%(number)s 条新通知", number=len(told))


ROUNDS = (
    Round("notice-mail", timedelta(minutes=1), mail_due),
    Round("notice-cleaning", timedelta(days=1), forget_old),
)
