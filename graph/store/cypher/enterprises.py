"""Enterprises as the pages read them."""

from typing import LiteralString

FIND: LiteralString = "MATCH (e:Enterprise {code: $code}) RETURN e AS enterprise"
