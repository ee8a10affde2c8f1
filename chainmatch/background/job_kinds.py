"""All kinds of long work that a worker of this installation knows."""

from collections.abc import Mapping

from chainmatch.background.map_lane import KIND as MAP_COMMAND
from chainmatch.background.map_refresh import KIND as MAP_REFRESH
from chainmatch.background.map_survey import DAILY_KIND as MAP_SURVEY_DAILY
from chainmatch.background.map_survey import KIND as MAP_SURVEY
from chainmatch.background.search_alerts import KIND as SEARCH_ALERTS
from chainmatch.background.work import JobKind
from chainmatch.rooms.bulletins.running import KIND as BULLETIN
from chainmatch.rooms.duplicates.running import KIND as MERGE
from chainmatch.rooms.exports.running import KIND as EXPORT
from chainmatch.rooms.imports.running import KIND as IMPORT
from chainmatch.rooms.leaving.running import KIND as ERASE_PERSON
from chainmatch.rooms.orders.running import KIND as PROJECTS_DAILY
from chainmatch.rooms.record.running import KIND as OWN_DATA
from chainmatch.rooms.settings.running import KIND as DEMO_REMOVAL
from chainmatch.rooms.timetables.running import KIND as TIMETABLE
from chainmatch.rooms.whatif.running import KIND as RANKING

KINDS: Mapping[str, JobKind] = {
    kind.name: kind
    for kind in (
        IMPORT,
        EXPORT,
        DEMO_REMOVAL,
        MAP_COMMAND,
        MAP_REFRESH,
        PROJECTS_DAILY,
        BULLETIN,
        SEARCH_ALERTS,
        ERASE_PERSON,
        OWN_DATA,
        TIMETABLE,
        RANKING,
        MAP_SURVEY,
        MAP_SURVEY_DAILY,
        MERGE,
    )
}
