"""``chainmatch token``: add, list, revoke."""

import click

from chainmatch.cli.session import json_option, open_graph, print_json
from chainmatch.formats import local_time
from chainmatch.i18n import gettext
from chainmatch.rooms.tokens import operations
from graph.domain.account import Account
from graph.domain.clock import now
from graph.domain.token import LIVES, PREFIX, SHOWN_SIGNS, Scope, Token, scopes_of
from graph.errors import BadInput, NotFound
from graph.store import Store
from graph.store.people import accounts, tokens

LEAST_SIGNS = len(PREFIX) + SHOWN_SIGNS


@click.group()
def token() -> None:
    """管理接口令牌。Manage tokens of the interface for programs."""


@token.command()
@click.argument("email")
@click.option("--name", required=True, help="用途。 What it is for.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice([scope.value for scope in Scope]),
    multiple=True,
    help="权限，可重复；默认全部。 What it opens; by default all that the account has.",
)
@click.option(
    "--days",
    type=click.Choice([str(days) for days in LIVES]),
    default=str(LIVES[1]),
    show_default=True,
    help="有效天数。 Days until it ends.",
)
@json_option
def add(email: str, name: str, scopes: tuple[str, ...], days: str, as_json: bool) -> None:
    """为账号新建令牌，只显示一次。Make a token for an account; it is shown once."""
    with open_graph() as store:
        owner = _find_owner(store, email)
        wanted = [Scope(scope) for scope in scopes] or list(scopes_of(owner))
        secret = operations.make_token(
            store, actor=owner, name=name, scopes=wanted, days=int(days), now=now()
        )
    if as_json:
        print_json({"token": secret, "email": owner.email, "name": name})
        return
    click.echo(secret)


@token.command("list")
@click.argument("email", default="")
@json_option
def list_all(email: str, as_json: bool) -> None:
    """列出令牌，全部或一个账号的。List tokens, of everybody or of one account."""
    with open_graph() as store:
        found = tokens.list_tokens(store, email.strip().lower())
    if as_json:
        print_json([_as_dict(each) for each in found])
        return
    for each in found:
        used = local_time(each.used_at) or gettext("未使用")
        scopes = " ".join(scope.value for scope in each.scopes)
        ends = local_time(each.ends_at)
        click.echo(f"{each.start}\t{each.email}\t{each.name}\t{ends}\t{used}\t{scopes}")


@token.command()
@click.argument("start")
@json_option
def revoke(start: str, as_json: bool) -> None:
    """撤销令牌，写出它的开头即可。Revoke a token, named by its first signs."""
    with open_graph() as store:
        found = _find_token(store, start.strip())
        owner = _find_owner(store, found.email)
        operations.revoke_token(store, actor=owner, token_id=found.id, now=now())
    if as_json:
        print_json(_as_dict(found))
        return
    click.echo(gettext("已撤销令牌“%(name)s”，使用它的程序不能再读取。", name=found.name))


def _find_owner(store: Store, email: str) -> Account:
    found = accounts.find_account(store, email)
    if found is None:
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)
    return found


def _find_token(store: Store, start: str) -> Token:
    if len(start) < LEAST_SIGNS:
        raise BadInput("请至少写出令牌开头的 %(least)s 个字符。", least=LEAST_SIGNS)
    found = [each for each in tokens.list_tokens(store) if start.startswith(each.start)]
    if len(found) != 1:
        raise NotFound("没有这个令牌，可能已被撤销。")
    return found[0]


def _as_dict(each: Token) -> dict[str, object]:
    return {
        "start": each.start,
        "email": each.email,
        "name": each.name,
        "scopes": [scope.value for scope in each.scopes],
        "created_at": each.created_at,
        "ends_at": each.ends_at,
        "used_at": each.used_at,
    }
