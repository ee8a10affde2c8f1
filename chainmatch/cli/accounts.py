"""``chainmatch account``: add, password, list."""

import click

from chainmatch.cli.session import json_option, open_graph, print_json
from chainmatch.i18n import LANGUAGES, gettext
from chainmatch.rooms.accounts import operations
from chainmatch.wording.roles import GIVEN, ROLES
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.recommend.spelling import find_enterprise
from graph.store.people import accounts

password_option = click.option(
    "--password", prompt="密码 Password", hide_input=True, confirmation_prompt=True
)


@click.group()
def account() -> None:
    """管理账号。Manage accounts."""


@account.command()
@click.argument("email")
@click.option("--name", required=True, help="姓名。 The person's name.")
@click.option("--role", type=click.Choice([role.value for role in GIVEN]), required=True)
@click.option("--enterprise", default="", help="所代表企业的编码。 Code of the enterprise.")
@click.option("--unit", default="", help="所代表的责任单位，与台账写法一致。 Responsible unit.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default="zh")
@password_option
@json_option
def add(
    email: str,
    name: str,
    role: str,
    enterprise: str,
    unit: str,
    language: str,
    password: str,
    as_json: bool,
) -> None:
    """新增账号。Add an account."""
    with open_graph() as store:
        new = Account(
            email=email.strip().lower(),
            name=name,
            role=Role(role),
            locale=language,
            enterprise=find_enterprise(store, enterprise) if enterprise else "",
            unit=unit.strip(),
        )
        operations.add_account(store, account=new, password=password, now=now())
    if as_json:
        print_json(_as_dict(new))
        return
    click.echo(gettext("已新增账号 %(email)s。", email=new.email))


@account.command("password")
@click.argument("email")
@password_option
@json_option
def set_password(email: str, password: str, as_json: bool) -> None:
    """重设密码。Set a new password."""
    with open_graph() as store:
        operations.set_password(store, email=email, password=password)
    if as_json:
        print_json({"email": email})
        return
    click.echo(gettext("密码已重设，该账号的其他登录已退出。"))


@account.command("list")
@json_option
def list_all(as_json: bool) -> None:
    """列出账号。List accounts."""
    with open_graph() as store:
        found = accounts.list_accounts(store)
    if as_json:
        print_json([_as_dict(each) for each in found])
        return
    for each in found:
        role = gettext(ROLES[each.role])
        state = "" if each.active else gettext("（已停用）")
        click.echo(f"{each.email}\t{each.name}\t{role}\t{each.enterprise or each.unit}{state}")


def _as_dict(each: Account) -> dict[str, object]:
    return {
        "email": each.email,
        "name": each.name,
        "role": each.role.value,
        "enterprise": each.enterprise,
        "unit": each.unit,
        "active": each.active,
    }
