"""What the address of the list asks for."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from werkzeug.datastructures import MultiDict

from chainmatch.choosing.closed_choice import one_of
from chainmatch.formats import local_midnight
from graph.domain.clock import instant_text
from graph.domain.history.change import ChangeKind
from graph.errors import BadInput
from graph.schema import MAP_LABELS, MAP_LINKS
from graph.store.history.changes import LAST, Wanted

OBJECTS = tuple(each.name for each in (*MAP_LABELS, *MAP_LINKS))
LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """The filters as they were asked for; dates as ISO texts, empty where none."""

    by: str = ""
    source: str = ""
    kind: str = ""
    object: str = ""
    chain: str = ""
    since: str = ""
    until: str = ""
    q: str = ""
    code: str = ""
    run: str = ""

    @property
    def is_any(self) -> bool:
        """Whether the list is narrowed at all."""
        return self != Asked()

    @property
    def lines(self) -> Wanted:
        """What the record is asked for; days begin and end in Shanghai."""
        return Wanted(
            since=_instant(self.since),
            until=_instant(self.until, days=1) or LAST,
            by=self.by,
            source=self.source,
            kind=self.kind,
            object=self.object,
            run=self.run,
            chain=self.chain,
            words=self.q,
            code=self.code,
        )


def read_asked(args: MultiDict[str, str]) -> Asked:
    """Read an address. Raises BadInput (a date), NotFound (a kind or object there is not).

    Days the wrong way round are turned.
    """
    told = {name: args.get(name, "").strip()[:LONGEST] for name in Asked.__dataclass_fields__}
    one_of("kind", told["kind"], ChangeKind)
    one_of("object", told["object"], OBJECTS)
    asked = Asked(**told)
    lines = asked.lines
    is_turned = asked.since and asked.until and lines.since >= lines.until
    return replace(asked, since=asked.until, until=asked.since) if is_turned else asked


def _instant(day: str, days: int = 0) -> str:
    try:
        meant = date.fromisoformat(day) + timedelta(days=days) if day else None
        return instant_text(local_midnight(meant)) if meant else ""
    except (ValueError, OverflowError) as error:
        raise BadInput("日期应写成 2026-06-30 的样子。") from error
