"""All work that comes round by the clock in this installation."""

from chainmatch.notices.mailing import ROUNDS as NOTICES
from chainmatch.rounds import Round

ROUNDS: tuple[Round, ...] = NOTICES
