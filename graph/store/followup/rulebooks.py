"""The versions of the rules in the graph; none is ever changed or removed."""

from graph.domain.followup.rulebook import DEFAULT, Rulebook, from_json, to_json
from graph.errors import Conflict
from graph.store.connection import Store, Transaction
from graph.store.cypher.followup import projects
from graph.store.cypher.followup import rulebooks as cypher


def list_rulebooks(store: Store) -> list[Rulebook]:
    """List all versions, the default one first."""
    rows = [row["book"] for row in store.read(cypher.LIST)]
    texts = ("since", "by", "at", "note")
    return [
        DEFAULT,
        *(
            from_json(row["rules"], version=row["version"], **{name: row[name] for name in texts})
            for row in rows
        ),
    ]


def save_rulebook(store: Store, book: Rulebook) -> None:
    """Keep a new version, for every process to judge by.

    Raises Conflict where somebody else made this version first.
    """
    values = {name: getattr(book, name) for name in ("since", "by", "at", "note")}

    def work(transaction: Transaction) -> None:
        transaction.run(
            cypher.CREATE,
            id=f"rules-{book.version}",
            version=book.version,
            values={**values, "rules": to_json(book)},
        )
        transaction.run(projects.BUMP)

    try:
        store.transact(work)
    except Conflict as error:
        raise Conflict("您打开之后，规则已被别人修改。请核对最新内容后再操作。") from error
