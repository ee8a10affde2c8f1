"""Words of the shortlist room."""

from chainmatch.wording.map_names import DISMISS_REASONS, SIZES
from graph.domain.feedback import MOST_COMPARED

__all__ = ["DISMISS_REASONS", "MOST_COMPARED", "SIZES"]
