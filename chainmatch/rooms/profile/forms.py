"""Forms of the profile room."""

from typing import Any

from wtforms import EmailField, HiddenField, SelectMultipleField, widgets
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Email, Optional, Regexp

from chainmatch.fields import ParsedField, VersionedForm, line, lines, one_line
from chainmatch.formats import percent
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.rooms.profile.labels import CERTIFICATIONS, SIZES
from graph.domain.contact import Contact
from graph.domain.profile import LONGEST_SUMMARY, Basics, OwnProduct
from graph.exchange.cells import split_list
from graph.exchange.fields.figures import parse_share, parse_year
from graph.exchange.fields.texts import parse_website

LONGEST_CAPACITY = 100
ID = r"[0-9a-f]{32}"
PHONE = r"[0-9０-９+＋()（）\-－ #转]{5,40}"
UNTOLD = mark("未填写")


class BasicsForm(VersionedForm):
    """The plain facts of an enterprise."""

    short_name = line(mark("简称"))
    name_en = line(mark("英文名称"))
    region = line(mark("所在地"), render_kw={"list": "region-options", "autocomplete": "off"})
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
    certificates = line(mark("其他资质证书"), 500)
    summary = lines(mark("企业简介"), LONGEST_SUMMARY)
    summary_en = lines(mark("英文简介"), 2 * LONGEST_SUMMARY)

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

    node = line(mark("产品或链节点"), 200, DataRequired(text(mark("请填写产品或链节点。"))))
    share = ParsedField(text(mark("占销售额")), parse=parse_share, write=percent)
    capacity = line(mark("产能"), LONGEST_CAPACITY)

    def product(self, node: str) -> OwnProduct:
        """Return what was filled in."""
        return OwnProduct(node, self.share.data, self.capacity.data or "")


class ContactForm(VersionedForm):
    """A person to call; ``id`` makes a double click one contact."""

    id = HiddenField(validators=[Regexp(ID)])
    name = line(mark("姓名"), 60, DataRequired(text(mark("请填写姓名。"))))
    title = line(mark("职务"), 60)
    phone = line(
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
    note = line(mark("备注"), 200)

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
