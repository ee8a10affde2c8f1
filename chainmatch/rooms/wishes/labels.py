"""Words of the wishes room."""

from chainmatch.wording.conference_names import ABOUTS, WISHES

__all__ = ["ABOUTS", "WISHES"]
