"""The part of the map that an explorer's view shows, to be exported alone."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from chainmatch.choosing.region_choice import shown_region
from chainmatch.viewing.focus import find_focus
from chainmatch.viewing.wanted import read_wanted, scope_state
from graph.domain.clock import date_text
from graph.domain.explored import Scope
from graph.errors import BadInput, NotFound
from graph.store import Store


@dataclass(frozen=True)
class MapPart:
    """A part with what people call it; ``state`` is the query of its page in the explorer."""

    title: str
    state: str
    scope: Scope
    region: str = ""

    @property
    def params(self) -> dict[str, Any]:
        """What a job keeps of it, as JSON values."""
        scope = {**asdict(self.scope), "at": date_text(self.scope.at)}
        return {"title": self.title, "state": self.state, "scope": scope}


def find_part(store: Store, state: str, *, at: date, today: date) -> MapPart | None:
    """Find what a view shows, as the staff sees it; None for no view. Raises BadInput, NotFound."""
    if not state:
        return None
    wanted = replace(read_wanted(MultiDict(parse_qsl(state))), at=at)
    focus = find_focus(store, wanted, today=today, is_staff=True)
    if focus.is_missing:
        raise NotFound("没有编码为“%(code)s”的产业链，没有导出。", code=wanted.chain)
    if focus.scope is None:
        raise BadInput("“%(name)s”不是图谱里的一个节点或企业，没有导出。", name=wanted.centre)
    region = shown_region(store, wanted.region) if wanted.region else ""
    return MapPart(focus.title, scope_state(focus.scope), focus.scope, region)


def kept_scope(params: dict[str, Any]) -> Scope:
    """Read the scope that a job keeps."""
    told = params["scope"]
    return Scope(**{**told, "at": date.fromisoformat(told["at"])})
