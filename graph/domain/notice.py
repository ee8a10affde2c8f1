"""Notices (通知): what happened that a person should know, and how each wants to hear of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from graph.messages import Message

MAIL_PAUSE = timedelta(minutes=2)
"""Mail that goes at once waits so long, so that what happens together comes in one letter."""
DIGEST_HOUR = 8
"""The daily digest is written from this hour on, in local time."""
KEPT_DAYS = 180
"""A notice that was read is forgotten after so long."""


class NoticeKind(StrEnum):
    """What a notice is about; each person chooses mail by kind."""

    REQUEST = "request"
    MATCH = "match"
    SEARCH = "search"
    LISTING = "listing"
    PROFILE = "profile"
    MEMBER = "member"
    PROJECT = "project"
    ORDER = "order"
    BULLETIN = "bulletin"
    CONFERENCE = "conference"
    SYSTEM = "system"


class MailChoice(StrEnum):
    """How a person hears of a kind beside the site: 即时邮件, 每日汇总, 不发邮件."""

    AT_ONCE = "at-once"
    DAILY = "daily"
    NEVER = "never"


DEFAULTS: Mapping[NoticeKind, MailChoice] = {
    **dict.fromkeys(NoticeKind, MailChoice.DAILY),
    NoticeKind.REQUEST: MailChoice.AT_ONCE,
    NoticeKind.ORDER: MailChoice.AT_ONCE,
    NoticeKind.CONFERENCE: MailChoice.AT_ONCE,
}
"""What holds for whoever has not chosen."""


@dataclass(frozen=True)
class Notice:
    """Something to tell. ``path`` is the page of this site where it can be seen or acted upon.

    ``key`` names the event or the kind of repetition: while a reader has not read the notice of a
    key, another of that key only renews it (its instant, its words, its count).
    """

    kind: NoticeKind
    message: Message
    path: str
    key: str


@dataclass(frozen=True)
class KeptNotice:
    """A notice of one reader. Instants are ISO texts; an empty one means: not yet.

    ``count`` says how often it was told while unread. ``mailed_at`` is when the letter that names
    it was put in the outbox.
    """

    id: str
    reader: str
    notice: Notice
    count: int
    created_at: str
    renewed_at: str
    read_at: str = ""
    mailed_at: str = ""

    @property
    def is_read(self) -> bool:
        """Whether the reader has opened it or marked it so."""
        return bool(self.read_at)


@dataclass(frozen=True)
class DueReader:
    """A person with notices that no letter has named yet, the oldest first.

    ``digest_day`` is the local ISO date of the last daily digest.
    """

    email: str
    name: str
    locale: str
    active: bool
    choices: Mapping[NoticeKind, MailChoice]
    digest_day: str
    notices: tuple[KeptNotice, ...] = field(default=())

    def chosen(self, choice: MailChoice) -> tuple[KeptNotice, ...]:
        """Return the notices of the kinds for which this was chosen."""
        return tuple(each for each in self.notices if self.choices[each.notice.kind] == choice)
