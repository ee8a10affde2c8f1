import pytest

from chainmatch.mail.server import Security, SmtpServer, read_smtp_server
from graph.errors import BadInput

GIVEN = {"CHAINMATCH_SMTP_HOST": "mail.example", "CHAINMATCH_SMTP_SENDER": "p@match.example"}


def test_no_host_is_no_server() -> None:
    assert read_smtp_server({}) is None


@pytest.mark.parametrize(
    ("security", "port"), [("", 587), ("starttls", 587), ("tls", 465), ("NONE", 25)]
)
def test_the_port_follows_the_security(security: str, port: int) -> None:
    read = read_smtp_server({**GIVEN, "CHAINMATCH_SMTP_SECURITY": security})
    meant = Security(security.lower() or "starttls")
    assert read == SmtpServer("mail.example", port, "p@match.example", meant)


@pytest.mark.parametrize(
    "wrong",
    [
        {"CHAINMATCH_SMTP_SENDER": ""},
        {"CHAINMATCH_SMTP_SECURITY": "ssl"},
        {"CHAINMATCH_SMTP_PORT": "many"},
    ],
)
def test_a_wrong_variable_is_named(wrong: dict[str, str]) -> None:
    with pytest.raises(BadInput, match=next(iter(wrong))):
        read_smtp_server({**GIVEN, **wrong})


def test_the_password_is_never_shown() -> None:
    read = read_smtp_server({**GIVEN, "CHAINMATCH_SMTP_PASSWORD": "geheim"})
    assert read is not None
    assert read.password == "geheim"
    assert "geheim" not in repr(read)
