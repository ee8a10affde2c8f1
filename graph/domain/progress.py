"""How long work tells where it is."""

from typing import Protocol

from graph.messages import Message


class Progress(Protocol):
    """Called between steps of long work; may raise Cancelled to stop it there."""

    def __call__(self, done: int, total: int, note: Message) -> None:
        """Report ``done`` of ``total`` steps (``total`` 0: unknown) and what is going on."""
        ...


def silent(done: int, total: int, note: Message) -> None:
    """Report to nobody."""
