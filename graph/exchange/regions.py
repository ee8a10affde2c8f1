"""Regions as people name them: by code, or by a name that only one of them has."""

from functools import cached_property

from graph.messages import Message, message
from graph.schema import REGION
from graph.store import Store
from graph.store.bulk.exports import stream_nodes


class Regions:
    """The regions of the map, read when one is asked for: those of the file are in it by then."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _codes(self) -> dict[str, list[str]]:
        """Codes by what may stand for them."""
        found: dict[str, list[str]] = {}
        for row in stream_nodes(self._store, REGION):
            found.setdefault(row["name"] or "", []).append(row["code"])
        return found | {code: [code] for codes in list(found.values()) for code in codes}

    def find(self, text: str) -> str | Message:
        """Return the code that a code or name stands for, or why none does."""
        codes = self._codes.get(text, [])
        if len(codes) == 1:
            return codes[0]
        if codes:
            return message(
                "有 %(count)s 个地区叫这个名称，请写代码：%(codes)s",
                count=len(codes),
                codes=tuple(codes),
            )
        return message("图谱里没有这个地区，请写地区代码，或先导入“地区”表")
