"""Tokens by which a program reads for a person: what they open, how they look, how long they live.

A token is ``cm_``, 43 signs of chance and 8 of a checksum: programs that look for leaked secrets
can recognise it, and what was never a token is refused without asking the graph.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from zlib import crc32

from graph.domain.account import Account

PREFIX = "cm_"
SECRET_BYTES = 32
CHECK_SIGNS = 8
SHOWN_SIGNS = 8
LONGEST_NAME = 60
LIVES = (30, 90, 180, 365)
"""Days after which a token ends; its owner chooses."""
MOST_TOKENS = 20
"""A person keeps no more than this."""
PER_MINUTE = 600
"""Requests of one token in a minute, where the installation does not say otherwise."""


class Scope(StrEnum):
    """What a token opens; all of it only reads."""

    MAP = "map:read"
    SEARCH = "search:read"
    RECOMMENDATIONS = "recommendations:read"
    CONFERENCES = "conferences:read"
    PROJECTS = "projects:read"
    INDICATORS = "indicators:read"


@dataclass(frozen=True)
class Token:
    """A token as it is kept: ``id`` is the hash of the secret, ``start`` its first signs.

    Instants are ISO texts; ``used_at`` is empty before the first use and true to a minute.
    """

    id: str
    name: str
    start: str
    scopes: tuple[Scope, ...]
    created_at: str
    ends_at: str
    used_at: str = ""
    email: str = ""

    def has_ended(self, at: str) -> bool:
        """Whether its time is over at an instant."""
        return self.ends_at <= at


def scopes_of(account: Account) -> tuple[Scope, ...]:
    """Return what a person may let a program read: never more than the person may."""
    if account.is_applicant:
        return ()
    return tuple(each for each in Scope if each != Scope.INDICATORS or account.can_import)


def known_scopes(stored: Iterable[str]) -> tuple[Scope, ...]:
    """Read stored scopes; one that a later version wrote opens nothing here."""
    known = set(stored)
    return tuple(each for each in Scope if each in known)


def make_secret() -> str:
    """Invent a token: 256 bits of chance."""
    body = secrets.token_urlsafe(SECRET_BYTES)
    return f"{PREFIX}{body}{_check(body)}"


def looks_right(text: str) -> bool:
    """Tell whether a text can be a token at all."""
    body, check = text[len(PREFIX) : -CHECK_SIGNS], text[-CHECK_SIGNS:]
    return text.startswith(PREFIX) and text.isascii() and _check(body) == check


def id_of(secret: str) -> str:
    """Return what the graph keeps of a token: 256 bits of chance need no slow hash."""
    return sha256(secret.encode()).hexdigest()


def start_of(secret: str) -> str:
    """Return the first signs, by which its owner recognises it."""
    return secret[: len(PREFIX) + SHOWN_SIGNS]


def _check(body: str) -> str:
    return f"{crc32(body.encode()):08x}"
