"""Forms of the notices room."""

from collections.abc import Mapping

from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.fields import SelectChoice

from chainmatch.forms import ChoiceField, text
from chainmatch.rooms.notices.labels import CHOICES, KINDS
from graph.domain.notice import MailChoice, NoticeKind


def _choice(kind: NoticeKind) -> ChoiceField:
    choices = [SelectChoice(choice.value, text(words)) for choice, words in CHOICES.items()]
    return ChoiceField(text(KINDS[kind]), choices=choices)


class _Choices(FlaskForm):
    """One field for each kind of notice, named as the kind."""

    @property
    def kinds(self) -> list[Field]:
        """The fields in the order of the kinds."""
        return [self[kind.value] for kind in KINDS]

    @property
    def chosen(self) -> dict[NoticeKind, MailChoice]:
        """What was chosen for each kind."""
        return {kind: MailChoice(self[kind.value].data) for kind in KINDS}


MailForm = type("MailForm", (_Choices,), {kind.value: _choice(kind) for kind in KINDS})
"""How a person hears of each kind by mail."""


def mail_form(chosen: Mapping[NoticeKind, MailChoice]) -> _Choices:
    """Return the form filled with what holds now, or with what was sent."""
    return MailForm(data={kind.value: choice.value for kind, choice in chosen.items()})
