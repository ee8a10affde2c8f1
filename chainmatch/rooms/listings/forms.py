"""Forms of the listings room."""

import re
from datetime import date, timedelta
from unicodedata import normalize

from flask_wtf import FlaskForm
from wtforms import (
    FloatField,
    Form,
    HiddenField,
    IntegerField,
    MultipleFileField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import (
    AnyOf,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
    ValidationError,
)

from chainmatch.fields import DayField, at_most
from chainmatch.formats import today
from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.rooms.listings.labels import ACCEPT, ALL, KINDS
from graph.domain.clock import date_text
from graph.domain.listing import Listing, ListingKind, Market
from graph.store.map.node_names import NamedNode

LONGEST_TITLE = 60
LONGEST_DETAIL = 2000
LONGEST_NODE = 200
LATEST_DEADLINE = timedelta(days=3 * 365)
HIGHEST_YUAN = 10**13
HIGHEST_QUANTITY = 10**12
LISTING_ID = re.compile(r"[0-9a-f]{32}")


def _plain(values: list[str]) -> list[str]:
    """Write numbers as Python reads them: full-width figures and separated thousands are fine."""
    return [normalize("NFKC", value).replace(",", "").replace(" ", "") for value in values]


class QuantityField(FloatField):
    """A number as people type it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises ValueError with words for people."""
        try:
            super().process_formdata(_plain(valuelist))
        except ValueError as error:
            raise ValueError(text(mark("请填写数字，例如 20 或 1.5。"))) from error


class YuanField(IntegerField):
    """An amount in whole yuan."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises ValueError with words for people."""
        try:
            super().process_formdata(_plain(valuelist))
        except ValueError as error:
            raise ValueError(text(mark("请填写以元为单位的整数，例如 300000。"))) from error


class ListingForm(FlaskForm):
    """What an enterprise offers or needs; ``id`` makes a double click one listing."""

    id = HiddenField(validators=[Regexp(LISTING_ID)])
    version = HiddenField(default="0")
    kind = RadioField(
        text(mark("类型")),
        [AnyOf(list(ListingKind), text(mark("请选择供给或需求。")))],
        choices=[SelectChoice(kind.value, text(label)) for kind, label in KINDS.items()],
        validate_choice=False,
    )
    node = StringField(
        text(mark("产品或链节点")),
        [InputRequired(text(mark("请填写产品或链节点。"))), at_most(LONGEST_NODE)],
    )
    title = StringField(
        text(mark("标题")),
        [
            InputRequired(text(mark("请填写标题。"))),
            Length(max=LONGEST_TITLE, message=text(mark("标题最多 60 个字。"))),
        ],
    )
    detail = TextAreaField(
        text(mark("说明")),
        [Length(max=LONGEST_DETAIL, message=text(mark("说明最多 2000 个字。")))],
    )
    quantity = QuantityField(
        text(mark("数量")),
        [
            Optional(),
            NumberRange(0, HIGHEST_QUANTITY, text(mark("数量应是正数，且不超过一万亿。"))),
        ],
    )
    unit = StringField(
        text(mark("单位")), [Length(max=20, message=text(mark("单位最多 20 个字。")))]
    )
    budget = YuanField(
        text(mark("预算或报价（元）")),
        [
            Optional(),
            NumberRange(1, HIGHEST_YUAN, text(mark("金额应是正整数，且不超过十万亿元。"))),
        ],
    )
    deadline = DayField(text(mark("截止日期")), [Optional()])
    files = MultipleFileField(text(mark("附件")), render_kw={"accept": ACCEPT})

    def validate_deadline(self, field: DayField) -> None:
        """Refuse days that are over or too far away."""
        if field.errors or field.data is None:
            return
        first = today()
        if not first <= field.data <= first + LATEST_DEADLINE:
            raise ValidationError(text(mark("截止日期应在今天到三年之内。")))

    def validate_unit(self, field: StringField) -> None:
        """A number without its unit says nothing."""
        if self.quantity.data is not None and not (field.data or "").strip():
            raise ValidationError(text(mark("请填写数量的单位，例如 吨、台、套。")))

    @classmethod
    def of(cls, listing: Listing) -> "ListingForm":
        """Fill the form with what a listing says."""
        node = NamedNode(listing.node, listing.node_name)
        deadline = date.fromisoformat(listing.deadline) if listing.deadline else None
        return cls(data={**vars(listing), "node": str(node), "deadline": deadline, "files": []})

    def listing(self, node: str, before: Listing | None) -> Listing:
        """Return what was filled in; of a change, based on the version that was shown."""
        version = self.version.data or ""
        return Listing(
            id=before.id if before else self.id.data or "",
            kind=ListingKind(self.kind.data),
            enterprise=before.enterprise if before else "",
            node=node,
            title=(self.title.data or "").strip(),
            detail=(self.detail.data or "").strip(),
            quantity=self.quantity.data,
            unit=(self.unit.data or "").strip(),
            budget=self.budget.data,
            deadline=date_text(self.deadline.data) if self.deadline.data else "",
            version=int(version) if version.isdecimal() else 0,
        )


class FilterForm(Form):
    """What the list of public listings is narrowed to."""

    q = StringField(text(mark("关键词")))
    kind = SelectField(
        text(mark("类型")),
        choices=[
            SelectChoice("", text(ALL)),
            *(SelectChoice(kind.value, text(label)) for kind, label in KINDS.items()),
        ],
        validate_choice=False,
    )
    chain = SelectField(text(mark("产业链")), validate_choice=False)

    @property
    def market(self) -> Market:
        """What is asked for."""
        return Market(self.kind.data or "", self.chain.data or "", self.q.data or "")


class RefusalForm(FlaskForm):
    """Why a listing goes back, and which version the reviewer saw."""

    version = HiddenField()
    reason = TextAreaField(
        text(mark("退回原因")),
        [
            InputRequired(text(mark("请写明退回原因，便于企业修改。"))),
            Length(max=300, message=text(mark("退回原因最多 300 个字。"))),
        ],
    )
