"""Where the packed data of enterprises stand: one ZIP each, the newer replaces the older."""

import hashlib
from pathlib import Path

from chainmatch.config import Config


def place_of(config: Config, enterprise: str) -> Path:
    """Return where an enterprise's ZIP stands, or will stand."""
    name = hashlib.sha256(enterprise.encode()).hexdigest()
    return config.own_data / f"{name}.zip"


def forget(config: Config, enterprise: str) -> None:
    """Remove an enterprise's ZIP, if there is one."""
    place_of(config, enterprise).unlink(missing_ok=True)
