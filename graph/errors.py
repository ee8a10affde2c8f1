"""What can go wrong, as the caller needs to tell it apart. Each carries a Message for a person."""

from typing import Any

from graph.messages import Message


class ChainMatchError(Exception):
    """Base of every error that ChainMatch raises on purpose.

    The first argument is the Chinese sentence (and key of its translation), the keywords fill it.
    """

    def __init__(self, template: str = "操作没有完成。", /, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class BadInput(ChainMatchError):
    """What a person gave cannot be used: a value, a file, a combination."""


class NotFound(ChainMatchError):
    """No such record."""


class Forbidden(ChainMatchError):
    """The actor may not do this."""


class Conflict(ChainMatchError):
    """The record exists already, or changed since the actor read it."""


class Gone(ChainMatchError):
    """A one-time link is used, revoked, expired or unknown."""


class TooLarge(BadInput):
    """A file or a request is over its stated limit."""


class GraphUnavailable(ChainMatchError):
    """The graph database cannot be reached just now."""


class HomeInUse(ChainMatchError):
    """Another server has this data folder open."""


class Cancelled(ChainMatchError):
    """A person or a newer run asked this work to stop."""
