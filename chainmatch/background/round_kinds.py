"""All work that comes round by the clock in this installation."""

from chainmatch.accounts.cleaning import ROUND as ACCOUNTS
from chainmatch.background.rounds import Round
from chainmatch.listings.matching import ROUND as MATCHES
from chainmatch.notices.mailing import ROUNDS as NOTICES
from chainmatch.requests.expiring import ROUND as EXPIRY

ROUNDS: tuple[Round, ...] = (ACCOUNTS, *NOTICES, EXPIRY, MATCHES)
