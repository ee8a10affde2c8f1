"""Which signings may follow which: one first signing, upgrades and increases after it."""

from collections.abc import Sequence

from graph.domain.projects.project import Agreement, Signing, SigningKind
from graph.errors import BadInput


def first_signing(
    signings: Sequence[Signing], told: Signing | None, *, is_signed: bool
) -> Signing | None:
    """Return the first signing that a project's stage asks for now, None where none is needed.

    Without it the project would count as signed with no agreement and no amount. Raises BadInput.
    """
    if not is_signed or signings:
        return None
    if told is None:
        raise BadInput("这个项目还没有签约记录，请选择协议类型，并填写签约金额。")
    return told


def check_unsigned(amount: int) -> None:
    """Refuse an amount for a project that has not been signed. Raises BadInput."""
    if amount:
        raise BadInput("还没有签约的项目不计签约金额，请留空；转入“签约”时再填写。")


def check_further(signings: Sequence[Signing], new: Signing) -> None:
    """Refuse an upgrade or an increase that has nothing to follow. Raises BadInput."""
    if not signings:
        raise BadInput("这个项目还没有签约；转入“签约”阶段时填写首次签约。")
    first = min(signing.date for signing in signings)
    if new.date < first:
        raise BadInput("日期早于首次签约（%(date)s），请核对。", date=first)
    if new.kind == SigningKind.UPGRADE:
        _check_upgrade(signings, new)
    elif not new.amount:
        raise BadInput("增资需要填写增加的金额。")


def _check_upgrade(signings: Sequence[Signing], new: Signing) -> None:
    before = max((each for each in signings if each.date <= new.date), key=lambda each: each.date)
    if new.agreement != Agreement.CONTRACT or before.agreement != Agreement.FRAMEWORK:
        raise BadInput("升级是指框架协议转为合同，请核对协议类型。")
