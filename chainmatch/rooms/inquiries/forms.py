"""The forms of the inquiries room."""

from typing import Any

from wtforms import BooleanField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from chainmatch.fields import TOO_LONG, VersionedForm, line, lines, stripped
from chainmatch.forms import ChoiceField
from chainmatch.forms import text as words
from chainmatch.i18n import mark, translate
from chainmatch.rooms.inquiries.labels import CHARTS
from chainmatch.rooms.inquiries.values import read_values
from graph.domain.inquiry import LONGEST_NAME, LONGEST_NOTE
from graph.errors import BadInput
from graph.inquiry import check, check_values
from graph.inquiry.vocabulary import LONGEST_TEXT

LONGEST_VALUES = 2000


class QueryForm(VersionedForm):
    """A query, whether it is tried or kept; ``name`` is asked for only where it is kept."""

    name = line(mark("名称"), LONGEST_NAME)
    text = TextAreaField(
        words(mark("Cypher 语句")),
        [
            DataRequired(words(mark("请填写查询语句。"))),
            Length(max=LONGEST_TEXT, message=TOO_LONG),
        ],
        filters=[stripped],
    )
    defaults = lines(mark("参数"), LONGEST_VALUES)
    chart = ChoiceField(
        words(mark("图形")),
        choices=[SelectChoice(chart.value, words(name)) for chart, name in CHARTS.items()],
    )
    note = lines(mark("说明"), LONGEST_NOTE)
    is_shared = BooleanField(words(mark("与其他分析员共享")))

    def validate_text(self, field: Any) -> None:
        """Refuse what may not be run. Raises ValidationError."""
        try:
            check(field.data or "")
        except BadInput as error:
            raise ValidationError(translate(error)) from error

    def validate_defaults(self, field: Any) -> None:
        """Refuse lines that name nothing and numbers too large. Raises ValidationError."""
        try:
            check_values(read_values(field.data or ""))
        except BadInput as error:
            raise ValidationError(translate(error)) from error
        except ValueError as error:
            raise ValidationError(str(error)) from error
