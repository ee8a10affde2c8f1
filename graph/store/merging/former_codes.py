"""Rows that name an enterprise by a code it no longer has mean the record it was merged into."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.domain.merging.fields import FORMER, is_placed_by_another
from graph.domain.merging.links import PLACE, Identity, identity_of
from graph.schema import CREDIT_RECORD, ENTERPRISE, Label, Link
from graph.store.bulk.saving import Row
from graph.store.connection import Store, Transaction
from graph.store.cypher.merging import former_codes as cypher

SEPARATOR = "\x1f"


def find_present_code(store: Store, code: str) -> str:
    """Return the code of the record that a merged one became part of, or an empty text."""
    row = store.read_one(cypher.FIND, code=code)
    return row["now"] if row else ""


def find_present_codes(store: Store, codes: Sequence[str]) -> dict[str, str]:
    """Return, for those of these codes that are former ones, the code of the record that stayed."""
    rows = store.read(cypher.FIND_ALL, codes=list(codes))
    return {row["code"]: row["now"] for row in rows}


@dataclass(frozen=True)
class FormerCodes:
    """``now`` is the present code by former one; ``aside`` what rows by those may not say again.

    ``placed`` are records whose place a person took from another one.
    """

    now: Mapping[str, str]
    aside: frozenset[tuple[str, Identity]]
    placed: frozenset[str]

    def rewrite_nodes(self, label: Label, rows: Sequence[Row]) -> Sequence[Row]:
        """Let rows name the present records."""
        name = {ENTERPRISE: "code", CREDIT_RECORD: "enterprise"}.get(label)
        if not self.now or name is None:
            return rows
        return [self._rewrite_node(row, name) for row in rows]

    def rewrite_links(self, link: Link, placed: Mapping[int, Row]) -> dict[int, Row]:
        """Let rows name the present ends; left out is what a merge set aside."""
        if not self.now or ENTERPRISE.name not in (link.start, link.end):
            return dict(placed)
        rewritten = {place: self._rewrite_link(link, row) for place, row in placed.items()}
        return {place: row for place, row in rewritten.items() if self._may_say(link, row)}

    def _rewrite_node(self, row: Row, name: str) -> Row:
        code = row.get(name, "")
        if code not in self.now:
            return row
        return {**row, name: self.now[code], **({FORMER: code} if name == "code" else {})}

    def _rewrite_link(self, link: Link, row: Row) -> Row:
        news = {
            end: self.now[row[end]]
            for end, label in (("start", link.start), ("end", link.end))
            if label == ENTERPRISE.name and row[end] in self.now
        }
        return {**row, **news, FORMER: tuple(news)} if news else row

    def _may_say(self, link: Link, row: Row) -> bool:
        former = row.get(FORMER, ())
        if link.name == PLACE and not former and row["start"] in self.placed:
            return False
        if row["start"] == row["end"] and former:
            return False
        part = "-".join((link.start, link.name, link.end))
        sides = (("start", "end"), ("end", "start"))
        return not any(
            (row[own], identity_of(part, own == "start", row[other], row)) in self.aside
            for own, other in sides
            if own in former
        )


def read_former_codes(store: Store) -> FormerCodes:
    """Read where all former codes lead."""
    rows = store.read(cypher.LIST)
    now = {row["code"]: row["now"] for row in rows}
    aside = {(row["now"], _identity(text, now)) for row in rows for text in row["aside"] or ()}
    placed = {row["now"] for row in rows if is_placed_by_another(row)}
    return FormerCodes(now, frozenset(aside), frozenset(placed))


def adopt_codes(transaction: Transaction, rows: Sequence[Row]) -> None:
    """Let codes that rows tell to be former ones lead to their records, those nobody bears."""
    told = [[row["code"], code] for row in rows for code in row.get("former_codes") or ()]
    if told:
        transaction.run(cypher.ADOPT, rows=told)


def write_aside(identities: Iterable[Identity]) -> list[str]:
    """Write what was set aside as texts to keep."""
    return sorted({SEPARATOR.join(each) for each in identities})


def _identity(text: str, now: Mapping[str, str]) -> Identity:
    part, side, other, source, product = text.split(SEPARATOR)
    return part, side, now.get(other, other), source, product
