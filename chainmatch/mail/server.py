"""The SMTP server of an installation, read from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.errors import BadInput

HIGHEST_PORT = 65535


class Security(StrEnum):
    """How the connection is encrypted: asked for once connected, from the start, or not."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True)
class SmtpServer:
    """Where mail is handed over; without a ``user`` nobody signs in there."""

    host: str
    port: int
    sender: str
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def read_smtp_server(environ: Mapping[str, str]) -> SmtpServer | None:
    """Read ``CHAINMATCH_SMTP_…``; None where no host is named. Raises BadInput."""
    host = _value(environ, "HOST")
    if not host:
        return None
    sender = _value(environ, "SENDER")
    if "@" not in sender:
        raise BadInput("设置了 CHAINMATCH_SMTP_HOST，还要用 CHAINMATCH_SMTP_SENDER 指明发件地址。")
    security = _security(environ)
    return SmtpServer(
        host=host,
        port=_port(environ, security),
        sender=sender,
        security=security,
        user=_value(environ, "USER"),
        password=environ.get("CHAINMATCH_SMTP_PASSWORD", ""),
    )


def _value(environ: Mapping[str, str], name: str) -> str:
    return environ.get(f"CHAINMATCH_SMTP_{name}", "").strip()


def _security(environ: Mapping[str, str]) -> Security:
    text = _value(environ, "SECURITY").lower() or Security.STARTTLS
    if text not in list(Security):
        raise BadInput(
            "环境变量 CHAINMATCH_SMTP_SECURITY 应是 starttls、tls 或 none，现在是“%(text)s”。",
            text=text,
        )
    return Security(text)


def _port(environ: Mapping[str, str], security: Security) -> int:
    text = _value(environ, "PORT") or str(PORTS[security])
    if not text.isdecimal() or not 1 <= int(text) <= HIGHEST_PORT:
        raise BadInput(
            "环境变量 %(name)s 应是 1 到 %(highest)s 之间的整数，现在是“%(text)s”。",
            name="CHAINMATCH_SMTP_PORT",
            highest=HIGHEST_PORT,
            text=text,
        )
    return int(text)
