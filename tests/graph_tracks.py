"""Invented tracks that tests of the ledger share."""

import random
from datetime import date, timedelta

from tracks import track

from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects.track import Track

STAGES = [stage.key for stage in (*PROJECT_STAGES.stages, *PROJECT_STAGES.exits)]
CHAINS = {"n1": ("c1", "c2"), "n2": ("c2",)}
START = date(2027, 11, 1)


def invent(number: int, chance: random.Random) -> Track:
    def days(count: int) -> list[str]:
        found = sorted(START + timedelta(chance.randrange(500)) for _ in range(count))
        return [day.isoformat() for day in found]

    signed = days(chance.randrange(4))
    kinds = ["first", "upgrade", "increase"]
    node = chance.choice(["n1", "n2", "n3", ""])
    return track(
        f"p{number:03}",
        node=node,
        chains=CHAINS.get(node, ()),
        unit=chance.choice(["甲", "乙", ""]),
        event=chance.choice(["会", ""]),
        region=chance.choice(["1", "2"]),
        required=chance.choice([0, 50]),
        required_by=chance.choice(["", "2028-02-29"]),
        moves=tuple((day, chance.choice(STAGES)) for day in days(chance.randrange(7))),
        plans=tuple(
            (day, chance.choice(STAGES[:8]), chance.choice(["", *days(3)]))
            for day in days(chance.randrange(6))
        ),
        signings=tuple(
            (day, kind, chance.randrange(90), chance.choice(["framework", "contract"]))
            for day, kind in zip(signed, kinds, strict=False)
        ),
        arrivals=tuple((day, chance.randrange(-5, 30)) for day in days(chance.randrange(4))),
        reports=tuple(
            (day, chance.choice([None, chance.randrange(100)])) for day in days(chance.randrange(4))
        ),
    )
