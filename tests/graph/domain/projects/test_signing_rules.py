"""Which signings may follow which."""

import pytest

from graph.domain.projects.project import Agreement, Signing, SigningKind
from graph.domain.projects.signing_rules import check_further, check_unsigned, first_signing
from graph.errors import BadInput

FIRST = Signing("1", SigningKind.FIRST, "2026-01-05", 100, Agreement.FRAMEWORK)


def further(kind: SigningKind, agreement: Agreement, day: str = "2026-02-01", amount: int = 5):
    return Signing("2", kind, day, amount, agreement)


def test_a_project_is_signed_once() -> None:
    assert first_signing([], FIRST, is_signed=True) == FIRST
    assert first_signing([FIRST], FIRST, is_signed=True) is None
    assert first_signing([], FIRST, is_signed=False) is None
    with pytest.raises(BadInput, match="还没有签约记录"):
        first_signing([], None, is_signed=True)


def test_what_is_not_signed_has_no_amount() -> None:
    check_unsigned(0)
    with pytest.raises(BadInput, match="不计签约金额"):
        check_unsigned(1)


@pytest.mark.parametrize(
    ("signings", "new", "words"),
    [
        ([], further(SigningKind.INCREASE, Agreement.CONTRACT), "还没有签约；"),
        ([FIRST], further(SigningKind.INCREASE, Agreement.CONTRACT, "2026-01-04"), "2026-01-05"),
        ([FIRST], further(SigningKind.INCREASE, Agreement.CONTRACT, amount=0), "增加的金额"),
        ([FIRST], further(SigningKind.UPGRADE, Agreement.FRAMEWORK), "框架协议转为合同"),
        (
            [FIRST, further(SigningKind.UPGRADE, Agreement.CONTRACT)],
            further(SigningKind.UPGRADE, Agreement.CONTRACT, "2026-03-01"),
            "框架协议转为合同",
        ),
    ],
)
def test_what_follows_nothing_is_refused(signings: list[Signing], new: Signing, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        check_further(signings, new)


def test_an_upgrade_and_an_increase_may_follow() -> None:
    check_further([FIRST], further(SigningKind.UPGRADE, Agreement.CONTRACT))
    check_further([FIRST], further(SigningKind.INCREASE, Agreement.FRAMEWORK, FIRST.date))
