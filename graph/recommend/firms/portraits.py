"""What kind of firm each is, of itself: how many partners, which kind of partners, and lately."""

import numpy as np

from graph.recommend.firms.history import History
from graph.recommend.sparse import column_sums, row_sums

LATEST = 4
"""Half-years that are counted one by one."""
LONGEST = 40
"""Half-years after which it no longer matters how long ago something was."""
FADED_AFTER = 2
"""Half-years without a sight after which a trade counts as ended."""

Portrait = dict[str, np.ndarray]
"""A number for each firm, by name."""


def portray(history: History) -> Portrait:
    """Count partners, what kind of partners they are, and when trades began and were seen."""
    return {**_partners(history), **_kinds_of_partners(history), **_times(history)}


def _partners(history: History) -> Portrait:
    customers, won = column_sums(history.links), column_sums(history.recent)
    return {
        "customers": customers,
        "suppliers": row_sums(history.links),
        "faded customers": column_sums(history.faded),
        "faded suppliers": row_sums(history.faded),
        "new customers": won,
        "growth": won / np.maximum(customers, 1),
    }


def _kinds_of_partners(history: History) -> Portrait:
    """Average how many partners the partners have, by logarithm, and count those with no other."""
    links, turned = history.links, history.links.T.tocsr()
    customers, suppliers = column_sums(links), row_sums(links)
    alone = (customers + suppliers <= 1).astype(np.float32)
    return {
        "customers of suppliers": links @ np.log1p(customers) / np.maximum(suppliers, 1),
        "suppliers of suppliers": links @ np.log1p(suppliers) / np.maximum(suppliers, 1),
        "customers of customers": turned @ np.log1p(customers) / np.maximum(customers, 1),
        "suppliers of customers": turned @ np.log1p(suppliers) / np.maximum(customers, 1),
        "lonely customers": turned @ alone,
        "lonely suppliers": links @ alone,
    }


def _times(history: History) -> Portrait:
    trades, present = history.trades, history.present
    ended = trades.last < present - FADED_AFTER
    latest = (trades.first == present - back for back in range(1, LATEST + 1))
    found = {
        "age": _age(history),
        "last new customer": _since(history, trades.first, trades.suppliers),
        "last new supplier": _since(history, trades.first, trades.customers),
        "idle as supplier": _since(history, trades.last, trades.suppliers),
        "idle as customer": _since(history, trades.last, trades.customers),
        "ended customers": np.bincount(trades.suppliers[ended], minlength=trades.firms),
        "ended suppliers": np.bincount(trades.customers[ended], minlength=trades.firms),
    }
    for back, began in enumerate(latest, 1):
        found[f"won {back} ago"] = np.bincount(trades.suppliers[began], minlength=trades.firms)
        found[f"found {back} ago"] = np.bincount(trades.customers[began], minlength=trades.firms)
    return found


def _since(history: History, when: np.ndarray, firms: np.ndarray) -> np.ndarray:
    latest = np.zeros(history.trades.firms, np.int64)
    np.maximum.at(latest, firms, when)
    return np.minimum(history.present - latest, LONGEST)


def _age(history: History) -> np.ndarray:
    trades = history.trades
    born = np.full(trades.firms, history.present)
    for firms in (trades.customers, trades.suppliers):
        np.minimum.at(born, firms, trades.first)
    return history.present - born
