import pytest

from graph.domain.account import Account, Role
from graph.domain.token import Scope, looks_right, make_secret, scopes_of, start_of

ALL = tuple(Scope)
WITHOUT_FIGURES = tuple(scope for scope in Scope if scope != Scope.INDICATORS)


@pytest.mark.parametrize(
    ("role", "scopes"),
    [
        (Role.APPLICANT, ()),
        (Role.ENTERPRISE, WITHOUT_FIGURES),
        (Role.ORGANIZER, ALL),
        (Role.ANALYST, ALL),
        (Role.UNIT, WITHOUT_FIGURES),
        (Role.ADMINISTRATOR, ALL),
    ],
)
def test_nobody_gives_more_than_they_have(role: Role, scopes: tuple[Scope, ...]) -> None:
    assert scopes_of(Account("a@test.example", "甲", role)) == scopes


def test_a_slip_of_the_pen_is_seen_without_a_database() -> None:
    secret = make_secret()
    assert looks_right(secret)
    assert secret.startswith(start_of(secret))
    wrong = [
        "",
        "cm_",
        secret[:-1],
        secret + "0",
        secret.replace("cm_", "cn_"),
        secret[:10] + ("a" if secret[10] != "a" else "b") + secret[11:],
        secret[:10] + "甲" + secret[11:],
    ]
    assert [looks_right(text) for text in wrong] == [False] * len(wrong)
    assert make_secret() != secret
