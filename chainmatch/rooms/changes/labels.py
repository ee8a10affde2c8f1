"""Words of the changes room: kinds, fields and values as a reader says them."""

from chainmatch.i18n import gettext, mark
from chainmatch.wording.map_names import SOURCES, TABLES, source_name
from chainmatch.wording.map_values import FIELDS, value_words
from graph.domain.history.change import COMMAND, ChangeKind

__all__ = ["FIELDS", "KINDS", "SOURCES", "TABLES", "person_name", "source_name", "value_words"]

KINDS = {
    ChangeKind.MADE: mark("新增"),
    ChangeKind.CHANGED: mark("修改"),
    ChangeKind.CLOSED: mark("失效"),
    ChangeKind.REMOVED: mark("删除"),
    ChangeKind.MERGED: mark("合并"),
    ChangeKind.UNMERGED: mark("撤销合并"),
    ChangeKind.IMPORTED: mark("导入（整批）"),
    ChangeKind.WITHDRAWN: mark("移除来源（整批）"),
}


def person_name(by: str) -> str:
    """Name who changed something."""
    if by == COMMAND:
        return gettext("命令行")
    return by or gettext("系统")
