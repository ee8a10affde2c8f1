"""One letter handed to the SMTP server, or to the log where there is none."""

import logging
import smtplib
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate
from hashlib import sha256

from chainmatch.i18n import gettext
from chainmatch.mail.server import Security, SmtpServer
from graph.domain.letter import Letter
from graph.messages import Message, message

TIMEOUT_SECONDS = 20
PERMANENT = 500
"""SMTP answers from here on will not change by trying again (RFC 5321, section 4.2.1)."""

log = logging.getLogger("chainmatch.mail")


class NotSent(Exception):
    """The letter was not taken; ``is_final``: it never will be."""

    def __init__(self, words: Message, *, is_final: bool = False) -> None:
        self.message = words
        self.is_final = is_final
        super().__init__(str(words))


def send(server: SmtpServer | None, letter: Letter, text: str) -> None:
    """Send a letter whose full text is ``text``. Raises NotSent."""
    if server is None:
        _write_to_log(letter, text)
        return
    mail = _mail(server, letter, text)
    try:
        with _connected(server) as connection:
            connection.send_message(mail, to_addrs=[letter.to])
    except OSError as error:  # smtplib's own errors are of this kind too
        raise _explained(server, letter, error) from error


def _write_to_log(letter: Letter, text: str) -> None:
    words = gettext("没有配置邮件服务器，邮件只写入日志。收件人：%(to)s 主题：%(subject)s")
    log.info(words + "\n%(text)s", {"to": letter.to, "subject": letter.subject, "text": text})


def _mail(server: SmtpServer, letter: Letter, text: str) -> EmailMessage:
    """Build the mail; the same letter has the same Message-ID, however often it is tried."""
    mail = EmailMessage()
    domain = server.sender.rpartition("@")[2].rstrip(">")
    try:
        mail["To"] = Address(addr_spec=letter.to)
        mail["From"] = server.sender
    except (MessageError, ValueError, IndexError) as error:
        words = message("收件地址 %(to)s 无法使用。", to=letter.to)
        raise NotSent(words, is_final=True) from error
    mail["Subject"] = " ".join(letter.subject.split())
    mail["Date"] = formatdate()
    mail["Message-ID"] = f"<{sha256(letter.key.encode()).hexdigest()[:32]}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text)
    return mail


def _connected(server: SmtpServer) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == Security.TLS:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=TIMEOUT_SECONDS, context=context
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS)
    try:
        if server.security == Security.STARTTLS:
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _explained(server: SmtpServer, letter: Letter, error: OSError) -> NotSent:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, reply = next(iter(error.recipients.values()))
        words = message(
            "收件地址 %(to)s 被拒收：%(detail)s", to=letter.to, detail=_said(code, reply)
        )
        return NotSent(words, is_final=code >= PERMANENT)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        detail = _said(error.smtp_code, error.smtp_error)
        return NotSent(message("邮件服务器没有接受账号或密码：%(detail)s", detail=detail))
    if isinstance(error, smtplib.SMTPDataError):
        detail = _said(error.smtp_code, error.smtp_error)
        words = message("邮件服务器没有收下这封信：%(detail)s", detail=detail)
        return NotSent(words, is_final=error.smtp_code >= PERMANENT)
    if isinstance(error, smtplib.SMTPException):
        return NotSent(message("邮件服务器没有收下这封信：%(detail)s", detail=str(error)))
    words = message(
        "连不上邮件服务器 %(server)s：%(detail)s", server=str(server), detail=str(error)
    )
    return NotSent(words)


def _said(code: int, reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return f"{code} {text}"
