"""All work that comes round by the clock in this installation."""

from chainmatch.background.rounds import Round
from chainmatch.rooms.accounts.cleaning import ROUND as ACCOUNTS
from chainmatch.rooms.listings.matching import ROUND as MATCHES
from chainmatch.rooms.notices.mailing import ROUNDS as NOTICES
from chainmatch.rooms.requests.expiring import ROUND as EXPIRY

ROUNDS: tuple[Round, ...] = (ACCOUNTS, *NOTICES, EXPIRY, MATCHES)
