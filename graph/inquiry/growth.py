"""Shapes whose cost multiplies are refused from the tree: no server stops each of them in time."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from graph.errors import BadInput
from graph.inquiry import vocabulary
from graph.inquiry.grammar import children, name_of, walk

FIGURE = re.compile(
    r"count\(\*\)|(count|sum|avg|stdev)\(.*\)|(min|max)\((distinct )?\w+\.\w+\)", re.IGNORECASE
)
"""One number of everything; ``min`` and ``max`` of a list would hand the whole list on."""
Rules = list[tuple[str, Any, Any]]


def check_growth(parts: list[Rules]) -> None:
    """Let a query pass that neither multiplies what it found nor makes long texts of short ones.

    ``parts`` are the rules of the tree, part by part. Raises BadInput.
    """
    rules = [each for part in parts for each in part]
    _check_counts(rules)
    _check_lists(rules)
    flow = _Flow()
    for name, node, above in rules:
        if name in STEPS:
            STEPS[name](flow, node, _query_within(above))


class _Flow:
    """What a query has found so far: its names, and whether that may be many rows.

    A query within EXISTS (``inner``) runs for each row, and must start from what the row has.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.is_many = False
        self.inner: dict[Any, set[str]] = {}

    def pass_pattern(self, part: Any, inner: Any) -> None:
        names, is_keyed = _names(part), _is_keyed(part)
        known = self.inner.setdefault(inner, set(self.names)) if inner else self.names
        if (self.is_many or inner) and not names & known and not is_keyed:
            raise _unconnected(part)
        known |= names
        self.is_many |= not is_keyed or any(name == "patternElemChain" for name, *_ in walk(part))

    def pass_test(self, part: Any, inner: Any) -> None:
        """A pattern as a condition, for instance WHERE (e)-[:MAKES]->()."""
        if _has_above(part, "patternPart") or _is_keyed(part):
            return
        if not _names(part) & (self.names | self.inner.get(inner, set())):
            raise _unconnected(part)

    def pass_unwind(self, node: Any, inner: Any) -> None:
        if not inner:
            self.names |= {each.getText() for each in children(node, "symbol")}
            self.is_many |= not _is_fixed(node)

    def pass_with(self, node: Any, inner: Any) -> None:
        """Only the names of a WITH go on; figures of everything are one row."""
        if inner:
            return
        columns = next(each for name, each, _ in walk(node) if name == "projectionItems")
        if columns.getChild(0).getText() == "*":
            return
        items = children(columns, "projectionItem")
        self.names = {_item_name(each) for each in items}
        if all(_is_figure(each) for each in items):
            self.is_many = False


STEPS: dict[str, Callable[[_Flow, Any, Any], None]] = {
    "withSt": _Flow.pass_with,
    "unwindSt": _Flow.pass_unwind,
    "patternPart": _Flow.pass_pattern,
    "relationshipsChainPattern": _Flow.pass_test,
}


def _unconnected(part: Any) -> BadInput:
    return BadInput(
        "%(part)s 和前面查到的内容没有连在一起，会逐一两两组合。"
        "请用关系把它们连起来，或写明编码，例如 {code: 'x'}。",
        part=part.getText(),
    )


def _query_within(node: Any) -> Any:
    """Find the EXISTS that a part stands in, or nothing."""
    while node is not None and name_of(node) != "subqueryExist":
        node = node.parentCtx
    return node


def _has_above(node: Any, name: str) -> bool:
    while node is not None and name_of(node) != name:
        node = node.parentCtx
    return node is not None


def _names(part: Any) -> set[str]:
    """Name the nodes, links and paths of a pattern; what its properties compare does not count."""
    return {
        node.getText()
        for name, node, above in walk(part)
        if name == "symbol" and name_of(above) in {"nodePattern", "relationDetail", "patternPart"}
    }


def _is_keyed(part: Any) -> bool:
    """Tell whether a node of the pattern is named by its code, so that one is found."""
    nodes = [node for name, node, _ in walk(part) if name == "nodePattern"]
    pairs = [each.getText() for node in nodes for name, each, _ in walk(node) if name == "mapPair"]
    return any(pair.partition(":")[0].strip() == "code" for pair in pairs)


def _item_name(item: Any) -> str:
    alias = children(item, "symbol")
    return alias[0].getText() if alias else children(item, "expression")[0].getText()


def _is_figure(item: Any) -> bool:
    """Tell whether a column is one figure of all rows and nothing beside it."""
    written = children(item, "expression")[0]
    calls = {
        node.getText()
        for name, node, _ in walk(written)
        if name in {"functionInvocation", "countAll"}
    }
    text = written.getText()
    return text in calls and FIGURE.fullmatch(text) is not None


def _check_counts(rules: Rules) -> None:
    withs = sum(name == "withSt" for name, _, _ in rules)
    if withs > vocabulary.MOST_WITHS:
        raise BadInput("一条语句里最多用 %(most)s 次 WITH。", most=vocabulary.MOST_WITHS)
    sums = [node for name, node, _ in rules if name == "addSubExpression"]
    pluses = sum(child.getText() == "+" for node in sums for child in node.getChildren())
    if pluses > vocabulary.MOST_PLUSES:
        raise BadInput("一条语句里最多用 %(most)s 个加号。", most=vocabulary.MOST_PLUSES)


def _check_lists(rules: Rules) -> None:
    """Lists taken apart one within another multiply each other."""
    unwinds = [node for name, node, _ in rules if name == "unwindSt"]
    if sum(not _is_fixed(node) for node in unwinds) > 1:
        raise BadInput("一条语句里最多用一次 UNWIND 展开查到的列表，多次展开会成倍增加。")
    if math.prod(_width(node) for node in unwinds if _is_fixed(node)) > vocabulary.MOST_UNWOUND:
        raise BadInput(
            "UNWIND 展开的固定列表合起来最多 %(most)s 行。", most=vocabulary.MOST_UNWOUND
        )
    for name, node, _ in rules:
        if name == "filterExpression" and any(_inner_filters(node)):
            raise BadInput("all、any、none、single 里不能再用它们，请拆开来写。")


def _inner_filters(node: Any) -> Iterator[bool]:
    return (name == "filterExpression" and inner is not node for name, inner, _ in walk(node))


def _is_fixed(unwind: Any) -> bool:
    """Tell whether a list is written out, or a single parameter, which is never a list."""
    text = children(unwind, "expression")[0].getText()
    return _only_list(unwind) is not None or re.fullmatch(r"\$\w+", text) is not None


def _only_list(unwind: Any) -> Any:
    written = children(unwind, "expression")[0]
    lists = [node for name, node, _ in walk(written) if name == "listLit"]
    return lists[0] if lists and lists[0].getText() == written.getText() else None


def _width(unwind: Any) -> int:
    made = _only_list(unwind)
    if made is None:
        return 1
    return max(1, sum(name == "atom" for name, *_ in walk(made)))
