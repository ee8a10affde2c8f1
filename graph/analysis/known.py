"""What a shock names that the map knows nothing of: of this a cascade can say nothing."""

from graph.analysis.cascade import Shock
from graph.analysis.supply_map import SupplyMap


def is_known_firm(network: SupplyMap, code: str) -> bool:
    """Whether an enterprise makes, sells or buys anything on the day of the map."""
    return code in network.makes or code in network.customers or code in network.suppliers


def is_supplying(network: SupplyMap, code: str) -> bool:
    """Whether an enterprise makes or sells anything; of one that only buys nobody's supply hangs.

    A cascade follows supply, so it says nothing of those who lose a customer.
    """
    return code in network.makes or code in network.customers


def list_suppliers(network: SupplyMap, code: str) -> set[str]:
    """Return the known suppliers of an enterprise."""
    by_product = network.suppliers.get(code, {})
    return {supplier for suppliers in by_product.values() for supplier in suppliers}


def unknown_supplies(network: SupplyMap, shock: Shock) -> set[tuple[str, str]]:
    """Return the supply links of nodes that are not on the map."""
    return {(start, end) for start, end in shock.supplies if end not in network.uses.get(start, ())}


def unknown_trades(network: SupplyMap, shock: Shock) -> set[tuple[str, str]]:
    """Return the trades of enterprises that are not on the map."""
    return {
        (start, end) for start, end in shock.trades if end not in network.customers.get(start, ())
    }
