"""A typed query from its text to what it found."""

import math
from collections.abc import Mapping
from typing import Any

from graph.domain.inquiry import MOST_ROWS, Answer
from graph.errors import BadInput
from graph.inquiry.check import check
from graph.store import Store
from graph.store.analyst import looks

LIMIT = "chainmatch_rows"
LARGEST = 2**63 - 1


def ask(store: Store, text: str, values: Mapping[str, Any], *, rows: int = MOST_ROWS) -> Answer:
    """Check a text and run it with the values of its parameters; return at most ``rows`` rows.

    ``store`` is connected as the user for typed queries. Raises BadInput (refused, a parameter
    without a value or with one too large, too slow), Conflict (too many at once).
    """
    query = check(text)
    missing = [name for name in query.parameters if name not in values]
    if missing:
        raise BadInput("请给参数 $%(name)s 填一个值。", name=missing[0])
    wanted = {name: values[name] for name in query.parameters}
    check_values(wanted)
    text = query.text if query.is_limited else f"{query.text}\nLIMIT ${LIMIT}"
    return looks.look(store, text, {**wanted, LIMIT: rows + 1}, rows=rows)


def check_values(values: Mapping[str, Any]) -> None:
    """Let values pass that the database can hold: whole numbers of 64 bits, finite decimals.

    Raises BadInput.
    """
    for name, value in values.items():
        is_whole = isinstance(value, int) and not -LARGEST - 1 <= value <= LARGEST
        if is_whole or (isinstance(value, float) and not math.isfinite(value)):
            raise BadInput(
                "参数 $%(name)s 的数太大，数据库存不下；要当作文字，请加引号。", name=name
            )
