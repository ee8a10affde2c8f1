"""What was typed is read as a tree, and each part of it must be one of those allowed."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.errors import BadInput
from graph.inquiry import vocabulary
from graph.inquiry.grammar import children, name_of, parse, walk
from graph.inquiry.growth import check_growth
from graph.schema import READABLE_LABELS, READABLE_LINKS

BREAKS = "\n\r\t"
REFUSED_SIGNS = ("\\", "`", "/*", "//")
"""Servers read these before or beside the grammar, each in its own way."""
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
"""A text in quotes, where no backslash can hide its end: addresses have a // in it."""


@dataclass(frozen=True)
class CheckedQuery:
    """A text that only reads the map; made by ``check`` alone.

    ``parameters`` are its $names; ``is_limited`` where it says itself how many rows it wants.
    """

    text: str
    parameters: tuple[str, ...]
    is_limited: bool


def check(text: str) -> CheckedQuery:
    """Let a typed query pass. Raises BadInput with what is refused, where, and what to do."""
    text = text.strip().removesuffix(";").strip()
    _check_signs(text)
    try:
        parts = parse(text)
    except RecursionError as error:
        raise BadInput("语句嵌套太深，请拆开来写。") from error
    walked = [list(walk(part)) for part in parts]
    rules = [each for part in walked for each in part]
    for name, node, above in rules:
        _check_rule(name)
        if name in CHECKS:
            CHECKS[name](node, above)
    check_growth(walked)
    found = [node.getText()[1:] for name, node, _ in rules if name == "parameter"]
    return CheckedQuery(text, tuple(dict.fromkeys(found)), _is_limited(walked[-1]))


def _is_limited(rules: list[tuple[str, Any, Any]]) -> bool:
    """Tell whether the last RETURN, which none stands within, ends with a LIMIT."""
    outer = [node for name, node, above in rules if name == "returnSt" and not _is_within(above)]
    return any(name == "limitSt" for node in outer for name, _, _ in walk(node))


def _is_within(node: Any) -> bool:
    """Tell whether a part of the tree belongs to a query inside the query."""
    while node is not None:
        if name_of(node) == "subqueryExist":
            return True
        node = node.parentCtx
    return False


def _check_signs(text: str) -> None:
    if not text:
        raise BadInput("请填写查询语句。")
    if len(text) > vocabulary.LONGEST_TEXT:
        raise BadInput("语句最长 %(most)s 个字符。", most=vocabulary.LONGEST_TEXT)
    for sign in REFUSED_SIGNS:
        if sign in (QUOTED.sub("''", text) if sign == "//" else text):
            raise BadInput("语句里不能有 %(sign)s，请删去反斜杠、反引号和注释。", sign=sign)
    for sign in text:
        if sign not in BREAKS and sign != " " and unicodedata.category(sign)[0] in "CZ":
            raise BadInput("语句里有看不见的字符 U+%(code)s，请删除。", code=f"{ord(sign):04X}")
    if _depth(text) > vocabulary.DEEPEST:
        raise BadInput("语句嵌套太深，请拆开来写。")


def _depth(text: str) -> int:
    deepest = depth = 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _check_rule(name: str) -> None:
    if name in vocabulary.WRITING_RULES:
        raise BadInput("这里只能读取，不能用 CREATE、MERGE、SET、DELETE、REMOVE 更改图谱。")
    if name in vocabulary.CALLING_RULES:
        raise BadInput("不能用 CALL 调用过程，请用 MATCH 写出要找的内容。")
    if name not in vocabulary.READING_RULES:
        raise BadInput("不支持这种写法（%(name)s），请换成 MATCH、WITH、RETURN。", name=name)


def _check_node(node: Any, above: Any) -> None:
    """A node needs a label of the map, unless an allowed link leads to it."""
    for labels in children(node, "nodeLabels"):
        _check_labels(labels, node)
    if not children(node, "nodeLabels") and not _is_linked(node, above):
        raise BadInput(
            "%(node)s 要写明是什么，例如 (e:Enterprise)。可用的有：%(all)s。",
            node=node.getText(),
            all=tuple(sorted(READABLE_LABELS)),
        )


def _is_linked(node: Any, above: Any) -> bool:
    if name_of(above) == "patternElemChain":
        return True
    return bool(children(above, "patternElemChain"))


def _check_labels(labels: Any, _above: Any) -> None:
    for name in labels.getText().replace(" ", "").split(":"):
        if name and name not in READABLE_LABELS:
            raise BadInput(
                "不能查 %(label)s。可用的有：%(all)s。",
                label=name,
                all=tuple(sorted(READABLE_LABELS)),
            )


def _check_link(link: Any, _above: Any) -> None:
    details = children(link, "relationDetail")
    types = [each for detail in details for each in children(detail, "relationshipTypes")]
    if not types:
        raise BadInput(
            "连线要写明关系，例如 -[:MAKES]->。可用的有：%(all)s。",
            all=tuple(sorted(READABLE_LINKS)),
        )
    for name in types[0].getText().replace(" ", "").replace("|:", "|").lstrip(":").split("|"):
        if name not in READABLE_LINKS:
            raise BadInput(
                "不能查关系 %(name)s。可用的有：%(all)s。",
                name=name,
                all=tuple(sorted(READABLE_LINKS)),
            )


def _check_range(steps: Any, _above: Any) -> None:
    last = steps.getText().replace(" ", "").lstrip("*").rpartition("..")[2]
    if not last.isdecimal() or int(last) > vocabulary.MOST_STEPS:
        raise BadInput(
            "多步关系要写明步数上限，最多 %(most)s 步，例如 *1..3。", most=vocabulary.MOST_STEPS
        )


def _check_function(call: Any, _above: Any) -> None:
    name = call.getText().partition("(")[0].replace(" ", "")
    if name.lower() not in vocabulary.FUNCTIONS:
        raise BadInput("不能用函数 %(name)s。", name=name)


def _check_list(made: Any, _above: Any) -> None:
    if any(_is_variable(*each) for each in walk(made)):
        raise BadInput("方括号里只能写固定的值或参数；要把结果收成一列，请用 collect。")


def _is_variable(name: str, node: Any, above: Any) -> bool:
    """Tell whether a part stands for a found value; the grammar takes whole numbers for names."""
    if name == "functionInvocation":
        return True
    is_name = name == "symbol" and name_of(above) != "parameter"
    return is_name and not node.getText().isdecimal()


def _check_map(made: Any, above: Any) -> None:
    if name_of(above) != "properties":
        raise BadInput("RETURN 里请逐列写出，不要用花括号。")


CHECKS: dict[str, Callable[[Any, Any], None]] = {
    "nodePattern": _check_node,
    "nodeLabels": _check_labels,
    "relationshipPattern": _check_link,
    "rangeLit": _check_range,
    "functionInvocation": _check_function,
    "listLit": _check_list,
    "mapLit": _check_map,
}
