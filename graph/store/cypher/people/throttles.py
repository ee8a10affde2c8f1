"""Failures of late, so that guessing is slowed down whichever process answers."""

from typing import LiteralString

COUNT: LiteralString = """
MATCH (t:Throttle {key: $key})
RETURN size([at IN t.failures WHERE at >= $since]) AS total
"""
MAKE: LiteralString = "MERGE (t:Throttle {key: $key}) SET t.last = $at"
ADD: LiteralString = """
MATCH (t:Throttle {key: $key})
SET t.failures = [at IN coalesce(t.failures, []) WHERE at >= $since] + [$at]
"""
FORGET_OLD: LiteralString = "MATCH (t:Throttle) WHERE t.last < $since DELETE t"
