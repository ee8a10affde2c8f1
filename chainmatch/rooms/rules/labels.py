"""Words of the rules room."""

from chainmatch.i18n import mark
from chainmatch.wording.project_names import COLOURS, EVIDENCE, SHAPES, STAGE_NAMES
from graph.domain.followup.rules import Measure

__all__ = ["COLOURS", "EVIDENCE", "RULES", "SHAPES", "STAGE_NAMES", "UNITS"]

RULES = {
    "late_start": mark("计划开工日期已过"),
    "late_production": mark("计划投产日期已过"),
    "late_capacity": mark("计划达产日期已过"),
    "behind": mark("进度落后于计划"),
    "short": mark("到位资金少于约定"),
    "silent": mark("谋划、洽谈没有新进展"),
}
UNITS = {
    Measure.LATE: mark("个月"),
    Measure.SILENT: mark("个月"),
    Measure.BEHIND: mark("个百分点"),
    Measure.SHORT: "",
}
