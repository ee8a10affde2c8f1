"""What each kind of cell may hold: pure functions from a cell to its value or to a Message.

They are called only for cells that hold something, and never raise.
"""

from collections.abc import Callable
from typing import Any

from graph.exchange.cells import CellValue

Parser = Callable[[CellValue], Any]
"""Returns the value, or the Message that says what is wrong with the cell."""
