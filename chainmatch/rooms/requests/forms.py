"""Forms of the requests room."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from flask_wtf import FlaskForm
from wtforms import DateTimeLocalField, HiddenField, IntegerField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import (
    AnyOf,
    InputRequired,
    NumberRange,
    Optional,
    Regexp,
    ValidationError,
)

from chainmatch.fields import at_most, line, lines
from chainmatch.formats import ZONE, local_time
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.limits.request_limits import HIGHEST
from chainmatch.rooms.requests.labels import OUTCOMES, REASONS, SIDES, WAYS
from graph.domain.clock import instant_text, now, parse_instant
from graph.domain.feedback import Shown
from graph.domain.meeting_request import DeclineReason, MeetingRequest, Outcome, Terms

LONGEST_MESSAGE = 1000
LONGEST_WORDS = 500
LONGEST_CODE = 400
LAST_RANK = 10_000
LATEST = timedelta(days=180)
REQUEST_ID = re.compile(r"[0-9a-f]{32}")


def _choices(labels: Mapping[StrEnum, str]) -> list[SelectChoice]:
    return [SelectChoice(value.value, text(words)) for value, words in labels.items()]


def _time(label: str) -> DateTimeLocalField:
    return DateTimeLocalField(text(label), [Optional()], format=["%Y-%m-%dT%H:%M"])


class VersionForm(FlaskForm):
    """A button that says which version of the request was looked at."""

    version = HiddenField(validators=[Regexp(r"\d{1,9}\Z")])


class TermsForm(FlaskForm):
    """What is proposed: words, a way, up to three times."""

    message = lines(mark("想对接的事项"), LONGEST_MESSAGE)
    way = ChoiceField(text(mark("对接方式")), choices=_choices(WAYS))  # type: ignore[arg-type]
    place = line(mark("地点或会议信息"))
    time1 = _time(mark("建议时间一"))
    time2 = _time(mark("建议时间二"))
    time3 = _time(mark("建议时间三"))

    @property
    def times(self) -> list[DateTimeLocalField]:
        """The fields of the times."""
        return [self.time1, self.time2, self.time3]

    @property
    def terms(self) -> Terms:
        """What was filled in."""
        chosen = {_instant(field.data) for field in self.times if field.data}
        return Terms(
            self.message.data or "",
            self.way.data or "",
            self.place.data or "",
            tuple(sorted(instant_text(each) for each in chosen)),
        )

    def fill(self, terms: Terms) -> None:
        """Show what was proposed before."""
        self.message.data, self.way.data, self.place.data = terms.message, terms.way, terms.place
        for field, instant in zip(self.times, terms.times, strict=False):
            field.data = parse_instant(instant).astimezone(ZONE).replace(tzinfo=None)

    def _check_time(self, field: DateTimeLocalField) -> None:
        if field.errors or not field.data:
            return
        if not now() < _instant(field.data) <= now() + LATEST:
            raise ValidationError(text(mark("时间应在现在之后、半年之内。")))

    validate_time1 = validate_time2 = validate_time3 = _check_time


def _instant(local: datetime) -> datetime:
    return local.replace(tzinfo=ZONE).astimezone(UTC)


class RequestForm(TermsForm):
    """A new request; ``id`` makes a double click one request."""

    id = HiddenField(validators=[Regexp(REQUEST_ID)])
    to = HiddenField(validators=[InputRequired(), at_most(LONGEST_CODE)])
    listing = HiddenField(validators=[at_most(32)])
    role = HiddenField(validators=[at_most(20)])
    ranker = HiddenField(validators=[at_most(60)])
    rank = IntegerField(validators=[Optional(), NumberRange(1, LAST_RANK)])
    asker = line(mark("发起企业（编码或全称）"), LONGEST_CODE)

    def validate_message(self, field: HiddenField) -> None:
        """A request says what it is about."""
        if not field.data:
            raise ValidationError(text(mark("请写明想对接的事项。")))

    @property
    def shown(self) -> Shown:
        """Where the partner stood in the recommendations."""
        return Shown(self.role.data or "", self.ranker.data or "", self.rank.data or 0)


class ChangeForm(TermsForm, VersionForm):
    """A request worded anew."""

    validate_message = RequestForm.validate_message


class CounterForm(TermsForm, VersionForm):
    """Another proposal."""

    def validate_message(self, field: HiddenField) -> None:
        """Something must be proposed."""
        if not field.data and not any(each.data for each in self.times):
            raise ValidationError(text(mark("请另提一个时间，或写明您的建议。")))


class AcceptForm(VersionForm):
    """One of the proposed times, and a word if need be."""

    time = RadioField(text(mark("时间")), validate_choice=False)
    words = lines(mark("留言"), LONGEST_WORDS)

    @classmethod
    def of(cls, request: MeetingRequest, *, sent: bool = False) -> "AcceptForm":
        """Offer the times of a request."""
        form = cls() if sent else cls(formdata=None)
        form.time.choices = [(each, local_time(each)) for each in request.terms.times]
        if not form.time.data and request.terms.times and not sent:
            form.time.data = request.terms.times[0]
        return form

    @property
    def terms(self) -> Terms:
        """The time that was chosen."""
        return Terms(times=(self.time.data,) if self.time.data else ())


class DeclineForm(VersionForm):
    """Why not."""

    reason = RadioField(
        text(mark("原因")),
        [AnyOf(list(DeclineReason), text(mark("请选择婉拒的原因。")))],
        choices=_choices(REASONS),  # type: ignore[arg-type]
        validate_choice=False,
    )
    words = lines(mark("说明"), LONGEST_WORDS)

    def validate_words(self, field: HiddenField) -> None:
        """Another reason needs its words."""
        if self.reason.data == DeclineReason.OTHER and not field.data:
            raise ValidationError(text(mark("请写明原因。")))


class OutcomeForm(VersionForm):
    """What came of it; ``side`` is for organizers."""

    outcome = RadioField(
        text(mark("结果")),
        [AnyOf(list(Outcome), text(mark("请选择对接的结果。")))],
        choices=_choices(OUTCOMES),  # type: ignore[arg-type]
        validate_choice=False,
    )
    words = lines(mark("备注（只有本企业和会务能看到）"), LONGEST_WORDS)
    side = ChoiceField(text(mark("代哪一方登记")), choices=_choices(SIDES), default="asker")  # type: ignore[arg-type]


class LimitForm(FlaskForm):
    """How many requests an enterprise may have open; ``seen`` marks what was shown."""

    seen = HiddenField()
    most = IntegerField(
        text(mark("每家企业同时等待答复的请求上限")),
        [
            InputRequired(text(mark("请填写 1 到 1000 的整数。"))),
            NumberRange(1, HIGHEST, text(mark("请填写 1 到 1000 的整数。"))),
        ],
    )
