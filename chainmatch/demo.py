"""The demo map with accounts to try it: loaded into an empty graph, removed before real data."""

from datetime import datetime

from chainmatch.identity import add_account
from graph.domain.account import Account
from graph.domain.progress import Progress, silent
from graph.exchange import demo_map
from graph.exchange.demo_map import demo_accounts, load_demo
from graph.exchange.importing import ImportReport
from graph.store import Store, accounts, settings, sources

DEMO_PASSWORD = "chainmatch-demo"  # noqa: S105 - shown to everybody, for invented data only

REMOVED = "demo.removed"


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


def remove_demo(store: Store, progress: Progress = silent) -> int:
    """Remove the demo map with its accounts, for good; return how many records went."""
    settings.save_setting(store, REMOVED, "1")
    return demo_map.remove_demo(store, progress)


def is_demo_wanted(store: Store) -> bool:
    """Tell whether nothing is on the map yet, and nobody has ever sent the demo away."""
    if settings.find_setting(store, REMOVED):
        return False
    counted = sources.count_map(store)
    return not any(any(of_source.values()) for of_source in counted.nodes.values())
