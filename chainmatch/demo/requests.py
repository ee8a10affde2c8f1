"""Meeting requests between the demo's enterprises, in every state; their notices come with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chainmatch.formats import local_date
from chainmatch.rooms.requests.operations import Act, ask, place_of, take_step
from graph.domain.account import Account
from graph.domain.clock import instant_text
from graph.domain.meeting_request import (
    DeclineReason,
    MeetingRequest,
    Outcome,
    Side,
    StepKind,
    Terms,
    Way,
)
from graph.errors import NotFound
from graph.store import Store
from graph.store.desk import requests
from graph.store.people import accounts

HYDRAULICS, BATTERY = "enterprise@demo.example", "battery@demo.example"
ORGANIZER = "organizer@demo.example"
PUMPS, CELLS, STEEL, TUBES = "demo:E0001", "demo:E0002", "demo:E0003", "demo:E0004"
FIRST_HOUR = 2
"""In UTC: ten o'clock in China."""


@dataclass(frozen=True)
class Scene:
    """Where the demo's requests are made: the graph, the day, and the instant."""

    store: Store
    today: date
    now: datetime

    def actor(self, email: str) -> Account:
        """Return a demo account."""
        account = accounts.find_account(self.store, email)
        if account is None:
            raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)
        return account

    def in_days(self, *days: int) -> tuple[str, ...]:
        """Return ten o'clock of days to come."""
        start = self.now.replace(hour=FIRST_HOUR, minute=0, second=0, microsecond=0)
        return tuple(instant_text(start + timedelta(days=each)) for each in days)

    def ask(self, number: int, by: str, asker: str, partner: str, terms: Terms) -> str:
        """Send a request and return its id; an empty text where it was sent before."""
        request_id = f"{number:032x}"
        try:
            requests.find_request(self.store, request_id)
        except NotFound:
            sides = (place_of(self.store, asker), place_of(self.store, partner))
            draft = MeetingRequest(request_id, *sides, terms)
            ask(self.store, Act(self.actor(by), self.today, self.now), draft)
            return request_id
        return ""

    def step(self, request_id: str, by: str, version: int, kind: StepKind, **told: object) -> None:
        """Take a step with a request."""
        act = Act(self.actor(by), self.today, self.now, version)
        take_step(self.store, act, request_id, kind, **told)  # type: ignore[arg-type]


def add_demo_requests(store: Store, *, now: datetime) -> None:
    """Make the requests that are not there yet."""
    scene = Scene(store, local_date(now), now)
    for make in SCENES:
        make(scene)


def _waiting(scene: Scene) -> None:
    words = "储能集装箱的液冷机组要配小型液压泵，想了解贵公司的规格和交货期。"
    terms = Terms(words, Way.ONLINE, "", scene.in_days(3, 5))
    scene.ask(0xD1, BATTERY, CELLS, PUMPS, terms)


def _met(scene: Scene) -> None:
    words = "每月约需高强耐磨钢板 120 吨，想到贵公司看样。"
    times = scene.in_days(2)
    made = scene.ask(0xD2, HYDRAULICS, PUMPS, STEEL, Terms(words, Way.AT_PARTNER, "", times))
    if not made:
        return
    scene.step(made, ORGANIZER, 1, StepKind.ACCEPTED, terms=Terms(times=times))
    noted = {"choice": Outcome.TALKS, "words": "已取样，等待试轧结果。"}
    scene.step(made, HYDRAULICS, 2, StepKind.OUTCOME, **noted)


def _declined(scene: Scene) -> None:
    words = "油缸缸筒用精密无缝钢管，年用量约 600 吨，想谈长期供货。"
    made = scene.ask(0xD3, HYDRAULICS, PUMPS, TUBES, Terms(words, Way.PHONE))
    if made:
        said = {"choice": DeclineReason.NO_CAPACITY, "words": "本季度排产已满，下季度再谈。"}
        scene.step(made, ORGANIZER, 1, StepKind.DECLINED, **said)


def _countered(scene: Scene) -> None:
    words = "想采购电芯壳体用的特种钢材，先看检测报告。"
    made = scene.ask(0xD4, BATTERY, CELLS, STEEL, Terms(words, Way.AT_PARTNER))
    if made:
        other = Terms("建议先开线上会，检测报告会前发送。", Way.ONLINE, "", scene.in_days(4))
        scene.step(made, ORGANIZER, 1, StepKind.COUNTERED, terms=other, side=Side.PARTNER)


SCENES: tuple[Callable[[Scene], None], ...] = (_waiting, _met, _declined, _countered)
