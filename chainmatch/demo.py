"""The demo map with accounts to try it: loaded into an empty graph, removed before real data."""

from datetime import datetime

from chainmatch.identity import add_account
from graph.domain.account import Account
from graph.domain.progress import Progress, silent
from graph.exchange.demo_map import demo_accounts, load_demo, remove_demo
from graph.exchange.importing import ImportReport
from graph.store import Store, accounts

DEMO_PASSWORD = "chainmatch-demo"  # noqa: S105 - shown to everybody, for invented data only

__all__ = ["DEMO_PASSWORD", "load_demo_with_accounts", "remove_demo"]


def load_demo_with_accounts(
    store: Store, *, now: datetime, progress: Progress = silent
) -> ImportReport:
    """Load the demo map and the accounts that are not there yet."""
    report = load_demo(store, progress)
    for account in demo_accounts():
        _add_missing(store, account, now)
    return report


def _add_missing(store: Store, account: Account, now: datetime) -> None:
    if accounts.find_account(store, account.email) is None:
        add_account(store, account=account, password=DEMO_PASSWORD, now=now)
