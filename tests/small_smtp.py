"""A small real SMTP server on loopback: takes mail, or refuses as it is told to."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from chainmatch.mail.server import Security, SmtpServer


@dataclass
class Mailbox:
    """What arrived; ``refusals`` answers a command by its own words instead of accepting it."""

    refusals: dict[str, str] = field(default_factory=dict)
    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)


class _Dialogue(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        box: Mailbox = self.server.box  # type: ignore[attr-defined]
        self._say("220 small ESMTP")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb in box.refusals:
                self._say(box.refusals[verb])
            elif verb == "EHLO":
                self._say("250-small\r\n250-8BITMIME\r\n250 AUTH PLAIN")
            elif verb == "AUTH":
                self._say("235 welcome")
            elif verb == "DATA":
                self._say("354 go on")
                box.mails.append(self._read_mail())
                self._say("250 taken")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                if verb == "RCPT":
                    box.recipients.append(line.partition("<")[2].partition(">")[0])
                self._say("250 fine")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())

    def _read_mail(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return cast(EmailMessage, message_from_bytes(b"".join(lines), policy=policy.default))


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def receiving(**refusals: str) -> Iterator[tuple[SmtpServer, Mailbox]]:
    """Run a server for the length of a block, for example ``receiving(RCPT="550 unknown")``."""
    box = Mailbox(refusals)
    with _Server(("127.0.0.1", 0), _Dialogue) as server:
        server.box = box  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        port = server.server_address[1]
        yield SmtpServer("127.0.0.1", port, "台 <post@match.example>", Security.NONE), box
        server.shutdown()
        thread.join()
