"""ChainMatch; the Flask house is in application.py, so that a command loads only what it needs."""

from typing import TYPE_CHECKING

from chainmatch.config import Config

if TYPE_CHECKING:
    from flask import Flask


def create_app(config: Config | None = None) -> "Flask":
    """Build the site. ``config`` falls back on the environment; nothing is opened yet."""
    from chainmatch import application  # noqa: PLC0415 - loads every room

    return application.create_app(config)
