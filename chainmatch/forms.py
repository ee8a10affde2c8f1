"""What every room's forms share."""

from typing import Any

from chainmatch.i18n import gettext


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
