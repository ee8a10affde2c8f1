"""Find enterprises, products and chains by a few words of any spelling."""

from graph.search.finding import Result, place_in_order, search
from graph.search.limits import Distance, count_unplaced, distances
from graph.search.nearness import suggest
from graph.search.query import read_words
from graph.search.showing import Shown, find_products
from graph.search.side import Group, find_group
from graph.search.table import NodeHit, bring_up_to_date, warm

__all__ = [
    "Distance",
    "Group",
    "NodeHit",
    "Result",
    "Shown",
    "bring_up_to_date",
    "count_unplaced",
    "distances",
    "find_group",
    "find_products",
    "place_in_order",
    "read_words",
    "search",
    "suggest",
    "warm",
]
