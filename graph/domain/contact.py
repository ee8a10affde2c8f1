"""Whom to call at an enterprise. Personal data: shown only to those it has accepted."""

from dataclasses import dataclass

MOST_CONTACTS = 10


@dataclass(frozen=True)
class Contact:
    """A person at an enterprise with how to reach them; ``version`` grows with every change."""

    id: str
    name: str
    title: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    version: int = 0
