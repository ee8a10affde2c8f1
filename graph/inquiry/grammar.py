"""Cypher text as a tree, by the parser that ANTLR generated from the openCypher grammar."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from graph.errors import BadInput

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


def parse(text: str) -> list[Any]:
    """Return the parse tree of each part of a query. Raises BadInput, naming line and column.

    A part begins at a WITH. The grammar knows only one of them, but each part read by itself, with
    a RETURN to end it, is a whole query; blanks stand for what went before, so that lines count.
    """
    starts = [0, *_withs(text)]
    trees = [
        _parse(_blank(text[:start]) + text[start:end] + " RETURN 1")
        for start, end in pairwise(starts)
    ]
    return [*trees, _parse(_blank(text[: starts[-1]]) + text[starts[-1] :])]


def _parse(text: str) -> Any:
    parser_class = _classes()[2]
    parser = parser_class(_tokens(text))
    parser.removeErrorListeners()
    parser.addErrorListener(_listener())
    return parser.script()


def _tokens(text: str) -> Any:
    antlr4, lexer_class, _ = _classes()
    lexer = lexer_class(antlr4.InputStream(text))
    lexer.removeErrorListeners()
    lexer.addErrorListener(_listener())
    return antlr4.CommonTokenStream(lexer)


def _withs(text: str) -> list[int]:
    """Say where a WITH begins that is not within brackets, nor of STARTS WITH and ENDS WITH."""
    stream = _tokens(text)
    stream.fill()
    found, depth, before = [], 0, ""
    for token in stream.tokens:
        word = token.text.upper()
        depth += (word in OPENING) - (word in CLOSING)
        if word == "WITH" and depth == 0 and before not in {"STARTS", "ENDS"}:
            found.append(token.start)
        before = word if word.strip() else before
    return found


def _blank(text: str) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in text)


def walk(tree: Any, parent: Any = None) -> Iterator[tuple[str, Any, Any]]:
    """Yield each rule of a tree from the top down: its name, itself, and what it stands in."""
    stack = [(tree, parent)]
    while stack:
        node, above = stack.pop()
        if not hasattr(node, "getRuleIndex"):
            continue
        yield name_of(node), node, above
        stack += [(child, node) for child in reversed(list(node.getChildren()))]


def name_of(node: Any) -> str:
    """Name the rule of a node of the tree; nothing for a single sign."""
    if not hasattr(node, "getRuleIndex"):
        return ""
    return _classes()[2].ruleNames[node.getRuleIndex()]


def children(node: Any, name: str) -> list[Any]:
    """List the parts of a rule that are of one kind."""
    return [child for child in node.getChildren() if name_of(child) == name]


@cache
def _classes() -> tuple[Any, Any, Any]:
    import antlr4  # noqa: PLC0415 - takes a quarter of a second that only this page needs
    from antlr4_cypher import CypherLexer, CypherParser  # noqa: PLC0415 - the same

    return antlr4, CypherLexer, CypherParser


def _listener() -> Any:
    from antlr4.error.ErrorListener import ErrorListener  # noqa: PLC0415 - the same

    class Refusing(ErrorListener):
        def syntaxError(  # noqa: N802 - the names are ANTLR's
            self,
            recognizer: Any,
            offendingSymbol: Any,  # noqa: N803 - the same
            line: int,
            column: int,
            msg: str,
            e: Any,
        ) -> None:
            raise BadInput(
                "第 %(line)s 行第 %(column)s 个字符处读不懂，请检查拼写和括号；"
                "只支持读取图谱的 Cypher 语句。",
                line=line,
                column=column + 1,
            )

    return Refusing()
