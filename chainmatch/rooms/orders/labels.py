"""Words of the orders room."""

from chainmatch.i18n import mark
from graph.domain.followup.escalation import Level

LEVELS = {Level.ORDER: mark("督办单"), Level.TALK: mark("约谈")}
