"""The filters of a list of partners, read from the address."""

from wtforms import BooleanField, Form, HiddenField, SelectField

from chainmatch.forms import text
from chainmatch.i18n import gettext, mark
from chainmatch.rooms.recommendations.labels import ROLES, SIZES
from graph.domain.recommendation import PartnerRole, Wish

Choices = list[tuple[str, str]]


class FilterForm(Form):
    """Role, region, chain, size, and whether known partners are shown too."""

    role = HiddenField(default=PartnerRole.SUPPLIER.value)
    region = SelectField(text(mark("地区")), validate_choice=False)
    chain = SelectField(text(mark("产业链")), validate_choice=False)
    size = SelectField(text(mark("规模")), validate_choice=False)
    known = BooleanField(text(mark("包括已有往来的伙伴")))

    def offer(self, regions: Choices, chains: Choices) -> None:
        """Fill the lists with what the map has; the first choice lets everything pass."""
        anything = ("", gettext("不限"))
        self.region.choices = [anything, *regions]
        self.chain.choices = [anything, *chains]
        self.size.choices = [
            anything,
            *((size.value, gettext(label)) for size, label in SIZES.items()),
        ]

    def wish(self, *, at: str) -> Wish:
        """Return the wish; an unknown role is read as supplier, an unknown size as any."""
        role = self.role.data if self.role.data in set(PartnerRole) else PartnerRole.SUPPLIER
        return Wish(
            role=PartnerRole(role),
            at=at,
            region=self.region.data or "",
            chain=self.chain.data or "",
            size=self.size.data if self.size.data in set(SIZES) else "",
            exclude_known=not self.known.data,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether some filter leaves partners out."""
        return any((self.region.data, self.chain.data, self.size.data))


class ComparisonForm(Form):
    """Which role, and which two versions of the ranking stand side by side."""

    role = SelectField(text(mark("伙伴类型")), validate_choice=False)
    left = SelectField(text(mark("左侧排序")), validate_choice=False)
    right = SelectField(text(mark("右侧排序")), validate_choice=False)

    def offer(self, versions: list[str]) -> None:
        """Fill the lists; by default the last two versions are compared, the last one right."""
        self.role.choices = [(role.value, gettext(label)) for role, label in ROLES.items()]
        for field, version in ((self.left, versions[-2]), (self.right, versions[-1])):
            field.choices = [(name, name) for name in versions]
            if field.data not in versions:
                field.data = version

    @property
    def wanted_role(self) -> PartnerRole:
        """The role asked for; an unknown one is read as supplier."""
        known = self.role.data in set(PartnerRole)
        return PartnerRole(self.role.data) if known else PartnerRole.SUPPLIER

    @property
    def versions(self) -> tuple[str, str]:
        """The two versions asked for."""
        return self.left.data, self.right.data
