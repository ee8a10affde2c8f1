"""Words of the attendance room."""

from chainmatch.wording.conference_names import PARTY_LIGHTS, PARTY_STATES, PHASES

__all__ = ["PARTY_LIGHTS", "PARTY_STATES", "PHASES"]
