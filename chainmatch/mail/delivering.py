"""The postman of a worker: takes letters whose time has come and sees them off."""

import logging
import threading

from chainmatch.background.job_run import Clock
from chainmatch.config import Config
from chainmatch.mail.sending import NotSent, send
from chainmatch.people.one_time_links import full_text
from graph.domain.clock import now
from graph.domain.letter import Posted
from graph.errors import GraphUnavailable
from graph.messages import Message, message
from graph.store import Store
from graph.store.post import letters

POLL_SECONDS = 1.0

log = logging.getLogger("chainmatch.mail")


class Postman:
    """Empties the outbox; several may do so at once, no letter goes to two of them."""

    def __init__(self, store: Store, config: Config, holder: str, clock: Clock = now) -> None:
        self._store = store
        self._config = config
        self._holder = holder
        self._clock = clock

    def run(self, stopping: threading.Event) -> None:
        """Deliver until told to stop; a database that is away is waited for."""
        while not stopping.is_set():
            try:
                self.deliver_due()
            except GraphUnavailable:
                pass  # the loop of the worker reports it
            except Exception:
                log.exception("fault")
            stopping.wait(POLL_SECONDS)

    def deliver_due(self) -> int:
        """Try every letter whose time has come; return how many went out."""
        due = letters.claim_due(self._store, holder=self._holder, at=self._clock())
        return sum(self._deliver(posted) for posted in due)

    def _deliver(self, posted: Posted) -> bool:
        try:
            send(self._config.smtp, posted.letter, full_text(self._config, posted.letter))
        except NotSent as error:
            self._note_failure(posted, error.message, is_final=error.is_final)
            return False
        except Exception:
            log.exception("fault")
            self._note_failure(
                posted, message("系统没能写好这封信，原因已记入日志。"), is_final=False
            )
            return False
        letters.mark_sent(
            self._store,
            posted,
            holder=self._holder,
            at=self._clock(),
            only_logged=self._config.smtp is None,
        )
        return True

    def _note_failure(self, posted: Posted, words: Message, *, is_final: bool) -> None:
        log.warning("%s", words)
        letters.mark_failed(
            self._store,
            posted,
            words,
            is_final=is_final,
            holder=self._holder,
            at=self._clock(),
        )
