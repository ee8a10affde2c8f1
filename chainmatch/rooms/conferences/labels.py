"""Words of the conferences room."""

from chainmatch.i18n import mark
from chainmatch.wording.conference_names import KINDS, PARTY_STATES, PHASES

__all__ = ["KINDS", "LAYOUTS", "PARTY_STATES", "PHASES"]

LAYOUTS = {
    "two": mark("供需两组：供给方与需求方互相会谈"),
    "one": mark("不分组：所有企业互相会谈"),
}
