"""Records that are no longer on the map: what to say instead of that they are not known."""

from chainmatch.formats import local_time
from chainmatch.wording.map_names import source_name
from graph.domain.recommendation import Place
from graph.errors import NotFound
from graph.schema import Label
from graph.store import Store
from graph.store.history.changes import find_removal


def removal_of(store: Store, label: Label, code: str) -> NotFound | None:
    """Say when and with which source a record was removed, None where that is not on record.

    Pages of past days lack it too: what a source said is taken back with it.
    """
    line = find_removal(store, label.name, code)
    if line is None:
        return None
    return NotFound(
        "“%(name)s”（%(code)s）已于 %(time)s 随来源“%(source)s”从图谱移除，过去的日期也不再显示；"
        "移除前的内容记在图谱变更里。",
        name=Place(code, line.name, line.name_en),
        code=code,
        time=local_time(line.at),
        source=source_name(line.source),
    )
