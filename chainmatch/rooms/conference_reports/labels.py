"""Words of the conference reports room."""

from chainmatch.wording.conference_names import MEETING_STATES, OUTCOMES

__all__ = ["MEETING_STATES", "OUTCOMES"]
