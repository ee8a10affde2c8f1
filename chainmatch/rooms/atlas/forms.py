"""Forms of the atlas room."""

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import SelectField
from wtforms.validators import DataRequired, InputRequired, Optional

from chainmatch.fields import DayField, VersionedForm, line, lines, not_after_today
from chainmatch.forms import text
from chainmatch.i18n import mark
from graph.domain.chain_atlas import Atlas, AtlasTexts, KeyNode

LONGEST_TITLE = 120
LONGEST_TEXT = 4000
LONGEST_REASON = 300
FILL_IN = text(mark("请填写。"))


class NewForm(FlaskForm):
    """Of which chain, as of which day, a map is drafted."""

    chain = SelectField(text(mark("产业链")), validate_choice=False)
    day = DayField(text(mark("图谱日期")), [InputRequired(FILL_IN), not_after_today])


class RenewForm(FlaskForm):
    """As of which day a draft's map is read again."""

    day = DayField(text(mark("图谱日期")), [Optional(), not_after_today])


class TextsForm(VersionedForm):
    """What people write; key nodes are ticked in the list of the chain's nodes."""

    title = line(mark("标题"), LONGEST_TITLE, DataRequired(FILL_IN))
    summary = lines(mark("概况"), LONGEST_TEXT)
    directions = lines(mark("发展方向（每行一条）"), LONGEST_TEXT)

    @classmethod
    def of(cls, atlas: Atlas) -> "TextsForm":
        """Fill the form with a draft."""
        texts = atlas.texts
        told = {"title": texts.title, "summary": texts.summary, "directions": texts.directions}
        return cls(data={**told, "version": str(atlas.version)})

    def texts(self, typed: MultiDict[str, str], atlas: Atlas) -> AtlasTexts:
        """Return what was typed, key nodes in the order of the map."""
        ticked = set(typed.getlist("key"))
        keys = tuple(
            KeyNode(point.code, (typed.get(f"reason {point.code}") or "").strip()[:LONGEST_REASON])
            for point in atlas.view.points
            if point.code in ticked
        )
        return AtlasTexts(
            self.title.data or "",
            self.summary.data or "",
            self.directions.data or "",
            keys,
        )
