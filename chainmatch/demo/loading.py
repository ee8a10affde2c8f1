"""The demo map with accounts to try it: loaded into an empty graph, removed before real data."""

from datetime import datetime

from chainmatch.demo.bulletin import add_demo_bulletin
from chainmatch.demo.requests import add_demo_requests
from chainmatch.people.identity import add_account
from graph.domain.account import Account
from graph.domain.progress import Progress, silent
from graph.exchange import demo_map
from graph.exchange.demo_map import demo_accounts, load_demo
from graph.exchange.importing import ImportReport
from graph.store import Store, settings
from graph.store.map import sources
from graph.store.people import accounts

DEMO_PASSWORD = "chainmatch-demo"  # noqa: S105 - shown to everybody, for invented data only

STATE = "demo.state"
LOADING, LOADED, REMOVED = "loading", "loaded", "removed"


def load_demo_with_accounts(
    store: Store, *, now: datetime, progress: Progress = silent
) -> ImportReport:
    """Load the demo map, the accounts and the meeting requests that are not there yet."""
    settings.save_setting(store, STATE, LOADING)
    report = load_demo(store, progress)
    for account in demo_accounts():
        _add_missing(store, account, now)
    add_demo_requests(store, now=now)
    add_demo_bulletin(store, now=now)
    settings.save_setting(store, STATE, LOADED)
    return report


def _add_missing(store: Store, account: Account, now: datetime) -> None:
    if accounts.find_account(store, account.email) is None:
        add_account(store, account=account, password=DEMO_PASSWORD, now=now)


def remove_demo(store: Store, progress: Progress = silent) -> int:
    """Remove the demo map with its accounts, for good; return how many records went."""
    settings.save_setting(store, STATE, REMOVED)
    return demo_map.remove_demo(store, progress)


def is_demo_wanted(store: Store) -> bool:
    """Tell whether the first start shall load the demo map, or finish loading it.

    That is where nothing is on the map and nobody has sent the demo away, or where an earlier
    start was interrupted while loading.
    """
    state = settings.find_setting(store, STATE)
    if state in {LOADING, REMOVED}:
        return state == LOADING
    counted = sources.count_map(store)
    return not any(any(of_source.values()) for of_source in counted.nodes.values())
