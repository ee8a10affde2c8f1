"""Reading the network of a large map beside the requests that wait for it."""

import threading
from contextlib import suppress
from weakref import WeakKeyDictionary, ref

from graph.analysis.keeping import STEPS, find_network, peek
from graph.derive.figures import find_figures
from graph.messages import Message
from graph.store import Store

LARGE = 50_000
"""Nodes and links: a smaller map is read within a second."""


class Warming:
    """A network that a thread of this process reads; ``done`` of ``total`` steps are behind it."""

    total = STEPS

    def __init__(self, store: Store, at: str) -> None:
        self.done = 0
        self.error: Exception | None = None
        self._store = ref(store)
        self._at = at
        self._thread = threading.Thread(target=self._read, name="network", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the thread has ended, well or not."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait for the end, but not longer."""
        self._thread.join(seconds)

    def _read(self) -> None:
        store = self._store()
        if store is not None:
            try:
                find_network(store, self._at, self._tell)
            except Exception as error:  # told to whoever asks next
                self.error = error

    def _tell(self, done: int, total: int, note: Message) -> None:
        self.done = done


_guard = threading.Lock()
_begun: WeakKeyDictionary[Store, dict[str, Warming]] = WeakKeyDictionary()


def is_large(store: Store) -> bool:
    """Whether reading the network would keep a visitor waiting."""
    figures = find_figures(store)
    return figures.links + figures.chain_nodes + figures.enterprises > LARGE


def warm(store: Store, at: str) -> Warming | None:
    """Begin to read the network, or see how far that is; None where it is at hand.

    Raises what the reading raised; the next call begins anew.
    """
    if peek(store, at) is not None:
        with _guard, suppress(KeyError):
            del _begun.setdefault(store, {})[at]
        return None
    with _guard:
        begun = _begun.setdefault(store, {})
        warming = begun.get(at)
        if warming is not None and warming.is_over:
            del begun[at]
            if warming.error is not None:
                raise warming.error
            warming = None
        if warming is None:
            begun[at] = warming = Warming(store, at)
    return warming
