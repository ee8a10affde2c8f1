"""Forms of the imports room."""

from datetime import date

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms.fields import SelectChoice
from wtforms.validators import Optional, ValidationError

from chainmatch.fields import DayField
from chainmatch.formats import local_date
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.rooms.imports.kinds import ImportKind
from chainmatch.rooms.imports.labels import KINDS
from graph.domain.clock import now

GUESS = ""
OLDEST = date(1949, 10, 1)


class ImportForm(FlaskForm):
    """A file, what it is, and of which day its facts are."""

    file = FileField(text(mark("文件")), [FileRequired(text(mark("请选择要导入的文件。")))])
    kind = ChoiceField(
        text(mark("类型")),
        choices=[
            SelectChoice(GUESS, text(mark("自动识别"))),
            *(SelectChoice(kind.value, text(label)) for kind, label in KINDS.items()),
        ],
        default=GUESS,
    )
    as_of = DayField(text(mark("数据日期")), [Optional()])

    def validate_as_of(self, field: DayField) -> None:
        """Refuse days that no fact can be of."""
        if field.errors:
            return
        if field.data is not None and not OLDEST <= field.data <= local_date(now()):
            raise ValidationError(text(mark("数据日期应在 1949-10-01 到今天之间。")))

    @property
    def chosen_kind(self) -> ImportKind | None:
        """The kind that was named, or None to guess."""
        return ImportKind(self.kind.data) if self.kind.data else None
