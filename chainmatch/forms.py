"""What every room's forms share."""

from typing import Any

from wtforms import SelectField
from wtforms.validators import ValidationError

from chainmatch.i18n import gettext, mark


class LazyText:
    """A sentence translated each time it is shown: a form is declared once for all readers."""

    def __init__(self, template: str) -> None:
        self._template = template

    def __str__(self) -> str:
        return gettext(self._template)

    def __html__(self) -> str:
        return str(self)

    def __mod__(self, values: Any) -> str:
        return str(self) % values


def text(template: str) -> Any:
    """Use a marked sentence as a label or a validator's message."""
    return LazyText(template)


class ChoiceField(SelectField):
    """A list to choose from that says in the reader's language when something else came."""

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not in the list. Raises ValidationError."""
        try:
            super().pre_validate(form)
        except ValidationError as error:
            raise ValidationError(text(mark("请从列表中选择。"))) from error
