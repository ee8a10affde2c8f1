"""The command line ``chainmatch``; each command calls the same functions as the web."""

from chainmatch.cli.main import main

__all__ = ["main"]
