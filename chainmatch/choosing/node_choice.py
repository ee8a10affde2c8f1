"""Choosing a chain node in a form: what was typed, what it may mean, what to say if it is unclear.

The field and its choices are drawn by ``templates/macros/node_choice.html``.
"""

from datetime import date

from graph.domain.clock import date_text
from graph.errors import BadInput
from graph.search.nodes import NamedNodes, find_nodes
from graph.store import Store

NOTHING = NamedNodes((), ())


def find_named(store: Store, text: str, *, today: date, is_staff: bool) -> NamedNodes:
    """Find the nodes that a text means or comes near to; only the staff reads of draft chains."""
    return find_nodes(store, text, at=date_text(today), only_published=not is_staff)


def the_node(found: NamedNodes) -> str:
    """Return the code of the one node that was meant. Raises BadInput."""
    if len(found.exact) == 1:
        return found.exact[0].code
    if found.exact:
        raise BadInput("有多个同名的节点，请从下面选择一个。")
    if found.near:
        raise BadInput("没有这个名称的节点，请从下面相近的里选择一个。")
    raise BadInput("图谱里没有这个产品或节点，请换一个说法。")
