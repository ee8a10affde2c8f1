"""All kinds of long work that a worker of this installation knows."""

from collections.abc import Mapping

from chainmatch.background.map_lane import KIND as MAP_COMMAND
from chainmatch.background.map_refresh import KIND as MAP_REFRESH
from chainmatch.background.map_survey import DAILY_KIND as MAP_SURVEY_DAILY
from chainmatch.background.map_survey import KIND as MAP_SURVEY
from chainmatch.background.search_alerts import KIND as SEARCH_ALERTS
from chainmatch.background.work import JobKind
from chainmatch.bulletins.running import KIND as BULLETIN
from chainmatch.duplicates.running import KIND as MERGE
from chainmatch.exports.running import KIND as EXPORT
from chainmatch.imports.running import KIND as IMPORT
from chainmatch.leaving.running import KIND as ERASE_PERSON
from chainmatch.orders.running import KIND as PROJECTS_DAILY
from chainmatch.record.running import KIND as OWN_DATA
from chainmatch.settings.running import KIND as DEMO_REMOVAL
from chainmatch.timetables.running import KIND as TIMETABLE
from chainmatch.whatif.running import KIND as RANKING

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
