"""Tokens of one-time links: made from a seed and this installation's key, never kept anywhere.

The graph knows the seed of a letter and the hash of a token; neither opens anything by itself.
"""

import hmac
import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256

from chainmatch.config import Config
from graph.domain.letter import LINK, Letter

SEED_BYTES = 16


def make_seed() -> str:
    """Invent the seed of a new link: 128 bits."""
    return secrets.token_hex(SEED_BYTES)


def token_of(config: Config, seed: str) -> str:
    """Return the token of a seed: 256 bits that look random to whoever lacks the key."""
    key = sha256(b"one-time links:" + config.secret_key().encode()).digest()
    made = hmac.digest(key, seed.encode(), "sha256")
    return urlsafe_b64encode(made).rstrip(b"=").decode()


def hash_of(token: str) -> str:
    """Return what the graph keeps of a token: its SHA-256 in hexadecimal."""
    return sha256(token.encode()).hexdigest()


def address_of(config: Config, path: str, seed: str = "") -> str:
    """Return the full address of a page; with a seed it ends with the token."""
    token = f"/{token_of(config, seed)}" if seed else ""
    return f"{config.address}{path}{token}"


def full_text(config: Config, letter: Letter) -> str:
    """Return the body of a letter with its address filled in."""
    if not letter.path:
        return letter.body
    return letter.body.replace(LINK, address_of(config, letter.path, letter.seed))
