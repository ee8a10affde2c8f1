"""Forms of the profile room."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    EmailField,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Email, Length, Optional, Regexp

from chainmatch.fields import ParsedField, no_control, one_line
from chainmatch.formats import percent
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.profile.labels import CERTIFICATIONS, SIZES, STAGES
from graph.domain.contact import Contact
from graph.domain.profile import LONGEST_SUMMARY, Basics, OwnProduct
from graph.domain.proposal import Proposal
from graph.exchange.cells import split_list
from graph.exchange.fields.figures import parse_share, parse_year
from graph.exchange.fields.texts import parse_name, parse_website
from graph.store.proposals import NewNode

LONGEST_NAME = 120
LONGEST_CAPACITY = 100
LONGEST_NOTE = 500
ID = r"[0-9a-f]{32}"
PHONE = r"[0-9０-９+＋()（）\-－ #转]{5,40}"
TOO_LONG = text(mark("内容太长，请写短一些。"))
UNTOLD = mark("未填写")


def _stripped(value: str | None) -> str:
    return (value or "").strip()


def _line(
    label: str, longest: int = LONGEST_NAME, *validators: Any, **settings: Any
) -> StringField:
    return StringField(
        text(label),
        [*validators, no_control, Length(max=longest, message=TOO_LONG)],
        filters=[one_line],
        **settings,
    )


def _lines(label: str, longest: int) -> TextAreaField:
    return TextAreaField(
        text(label), [no_control, Length(max=longest, message=TOO_LONG)], filters=[_stripped]
    )


class VersionedForm(FlaskForm):
    """A form that names the version it was filled from."""

    version = HiddenField(default="0")

    @property
    def seen(self) -> int:
        """The version that was shown; none that ever stood where somebody typed it."""
        given = self.version.data or ""
        return int(given) if given.isdecimal() and len(given) < 10 else -1


class BasicsForm(VersionedForm):
    """The plain facts of an enterprise."""

    short_name = _line(mark("简称"))
    name_en = _line(mark("英文名称"))
    region = _line(mark("所在地"), render_kw={"list": "region-options", "autocomplete": "off"})
    size = ChoiceField(
        text(mark("规模")),
        choices=[
            SelectChoice("", text(UNTOLD)),
            *(SelectChoice(size.value, text(word)) for size, word in SIZES.items()),
        ],
    )
    founded = ParsedField(
        text(mark("成立年份")), parse=parse_year, render_kw={"inputmode": "numeric"}
    )
    website = ParsedField(text(mark("网址")), parse=parse_website)
    titles = SelectMultipleField(
        text(mark("资质")),
        choices=[SelectChoice(name, text(name)) for name in CERTIFICATIONS],
        validate_choice=False,
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )
    certificates = _line(mark("其他资质证书"), 500)
    summary = _lines(mark("企业简介"), LONGEST_SUMMARY)
    summary_en = _lines(mark("英文简介"), 2 * LONGEST_SUMMARY)

    @classmethod
    def of(cls, basics: Basics, region: str, version: int) -> "BasicsForm":
        """Fill the form with what stands; ``region`` as people write it."""
        titles = [name for name in basics.certifications if name in CERTIFICATIONS]
        others = [name for name in basics.certifications if name not in CERTIFICATIONS]
        told = {**vars(basics), "region": region, "version": str(version)}
        return cls(data={**told, "titles": titles, "certificates": "；".join(others)})

    def basics(self, region: str) -> Basics:
        """Return what was filled in."""
        titles = [name for name in CERTIFICATIONS if name in (self.titles.data or [])]
        others = split_list(self.certificates.data or "")
        return Basics(
            short_name=self.short_name.data or "",
            name_en=self.name_en.data or "",
            size=self.size.data or "",
            founded=self.founded.data,
            website=self.website.data or "",
            region=region,
            certifications=tuple(dict.fromkeys([*titles, *others])),
            summary=self.summary.data or "",
            summary_en=self.summary_en.data or "",
        )


class ProductForm(VersionedForm):
    """A product with its part of the sales and its capacity."""

    node = _line(mark("产品或链节点"), 200, DataRequired(text(mark("请填写产品或链节点。"))))
    share = ParsedField(text(mark("占销售额")), parse=parse_share, write=percent)
    capacity = _line(mark("产能"), LONGEST_CAPACITY)

    def product(self, node: str) -> OwnProduct:
        """Return what was filled in."""
        return OwnProduct(node, self.share.data, self.capacity.data or "")


class ContactForm(VersionedForm):
    """A person to call; ``id`` makes a double click one contact."""

    id = HiddenField(validators=[Regexp(ID)])
    name = _line(mark("姓名"), 60, DataRequired(text(mark("请填写姓名。"))))
    title = _line(mark("职务"), 60)
    phone = _line(
        mark("电话"),
        40,
        Optional(),
        Regexp(PHONE + "$", message=text(mark("请填写电话号码，例如 0731-88880000 转 8012。"))),
        render_kw={"autocomplete": "tel", "inputmode": "tel"},
    )
    email = EmailField(
        text(mark("邮箱")),
        [Optional(), Email(text(mark("请填写邮箱地址，例如 li@example.com。")))],
        filters=[one_line],
    )
    note = _line(mark("备注"), 200)

    def validate(self, extra_validators: Any = None) -> bool:
        """A contact that cannot be reached is none."""
        is_valid = super().validate(extra_validators)
        if is_valid and not (self.phone.data or self.email.data):
            self.phone.errors = [text(mark("电话和邮箱至少填一项。"))]
            return False
        return is_valid

    def contact(self) -> Contact:
        """Return what was filled in."""
        told = {name: self[name].data or "" for name in ("name", "title", "phone", "email", "note")}
        return Contact(id=self.id.data or "", version=self.seen, **told)


class ProposalForm(FlaskForm):
    """A product that the map lacks; ``id`` makes a double click one proposal."""

    id = HiddenField(validators=[Regexp(ID)])
    name = ParsedField(
        text(mark("产品名称")),
        parse=parse_name,
        validators=[
            DataRequired(text(mark("请填写产品名称。"))),
            Length(max=LONGEST_NAME, message=TOO_LONG),
        ],
    )
    note = _lines(mark("说明"), LONGEST_NOTE)
    share = ParsedField(text(mark("占销售额")), parse=parse_share, write=percent)
    capacity = _line(mark("产能"), LONGEST_CAPACITY)

    def proposal(self, enterprise: str, email: str) -> Proposal:
        """Return what was filled in."""
        return Proposal(
            id=self.id.data or "",
            name=self.name.data or "",
            note=self.note.data or "",
            share=self.share.data,
            capacity=self.capacity.data or "",
            enterprise=enterprise,
            created_by=email,
        )


class DecisionForm(VersionedForm):
    """What becomes of a proposal: a new node, one that is there, or nothing."""

    NEW, KNOWN, REFUSE = "new", "known", "refuse"
    decision = RadioField(
        text(mark("处理")),
        choices=[
            SelectChoice(NEW, text(mark("新增节点"))),
            SelectChoice(KNOWN, text(mark("归入已有节点"))),
            SelectChoice(REFUSE, text(mark("不采纳"))),
        ],
        default=NEW,
        validate_choice=False,
    )
    name = _line(mark("节点名称"))
    name_en = _line(mark("英文名称"))
    chain = ChoiceField(text(mark("所属产业链")))
    stage = ChoiceField(
        text(mark("环节")),
        choices=[SelectChoice(stage.value, text(word)) for stage, word in STAGES.items()],
    )
    node = _line(mark("已有节点"), 200)
    reason = _lines(mark("不采纳的原因"), 300)

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for what the decision needs."""
        is_valid = super().validate(extra_validators)
        needed = {
            self.NEW: (self.name, text(mark("请填写节点名称。"))),
            self.KNOWN: (self.node, text(mark("请填写已有节点。"))),
            self.REFUSE: (self.reason, text(mark("请写明原因，企业会看到。"))),
        }
        if self.decision.data not in needed:
            self.decision.errors = [text(mark("请选择如何处理。"))]
            return False
        field, words = needed[self.decision.data]
        if not field.data:
            field.errors = [words]
            return False
        return is_valid

    def new_node(self) -> NewNode:
        """Return the node that shall be made."""
        chain = self.chain.data or ""
        stage = (self.stage.data or "") if chain else ""
        return NewNode(self.name.data or "", self.name_en.data or "", chain, stage)
