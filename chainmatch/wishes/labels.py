"""Words of the wishes room."""

from chainmatch.conference_names import ABOUTS, WISHES

__all__ = ["ABOUTS", "WISHES"]
