"""Words of the agendas room."""

from chainmatch.wording.conference_names import MEETING_STATES, OUTCOMES, PARTY_LIGHTS, PARTY_STATES

__all__ = ["MEETING_LIGHTS", "MEETING_STATES", "OUTCOMES", "PARTY_LIGHTS", "PARTY_STATES"]

MEETING_LIGHTS = {
    "planned": ("text-secondary", "clock"),
    "held": ("light-green", "circle-check"),
    "no_show": ("light-red", "circle-x"),
}
"""The colour and the icon that stand beside a state's word."""
