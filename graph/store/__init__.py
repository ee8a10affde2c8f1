"""Everything kept in the graph: one module of functions and one of Cypher per aggregate."""

from graph.store.connection import Row, Store, Transaction

__all__ = ["Row", "Store", "Transaction"]
