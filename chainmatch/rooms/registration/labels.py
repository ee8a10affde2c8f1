"""Words for the states of a claim, as the applicant reads them."""

from chainmatch.wording.claim_states import STATES

__all__ = ["STATES"]
