"""What an enterprise tells of itself, and how complete that is."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_SUMMARY = 2000
TELLING_SUMMARY = 30
"""A summary of so many characters says more than the name."""
MOST_PRODUCTS = 200


@dataclass(frozen=True)
class Basics:
    """The plain facts that an enterprise may change itself; ``region`` is a code, or empty.

    Name and credit code are what it was approved for: those an organizer changes.
    """

    short_name: str = ""
    name_en: str = ""
    size: str = ""
    founded: int | None = None
    website: str = ""
    region: str = ""
    certifications: tuple[str, ...] = ()
    summary: str = ""
    summary_en: str = ""


@dataclass(frozen=True)
class OwnProduct:
    """A node that an enterprise says it makes; ``share`` of its sales from 0 to 1."""

    node: str
    share: float | None = None
    capacity: str = ""


class Part(StrEnum):
    """What a profile can be asked for, in the order in which it helps others most."""

    PRODUCTS = "products"
    CONTACT = "contact"
    SUMMARY = "summary"
    REGION = "region"
    SHARES = "shares"
    CAPACITY = "capacity"
    SIZE = "size"
    CERTIFICATIONS = "certifications"
    LISTINGS = "listings"
    WEBSITE = "website"
    FOUNDED = "founded"
    ENGLISH = "english"


WEIGHTS = {
    Part.PRODUCTS: 25,
    Part.CONTACT: 15,
    Part.SUMMARY: 10,
    Part.REGION: 10,
    Part.SHARES: 8,
    Part.CAPACITY: 7,
    Part.SIZE: 6,
    Part.CERTIFICATIONS: 5,
    Part.LISTINGS: 5,
    Part.WEBSITE: 3,
    Part.FOUNDED: 3,
    Part.ENGLISH: 3,
}
"""Percent points: products and a contact are what a recommendation and a request stand on."""


@dataclass(frozen=True)
class Completeness:
    """``percent`` from 0 to 100, and what is ``missing``, the most useful first."""

    percent: int
    missing: tuple[Part, ...]


def judge(
    basics: Basics, products: tuple[OwnProduct, ...], *, contacts: int, listings: int
) -> Completeness:
    """Tell how complete a profile is."""
    told = {
        Part.PRODUCTS: bool(products),
        Part.CONTACT: contacts > 0,
        Part.SUMMARY: len(basics.summary) >= TELLING_SUMMARY,
        Part.REGION: bool(basics.region),
        Part.SHARES: any(product.share is not None for product in products),
        Part.CAPACITY: any(product.capacity for product in products),
        Part.SIZE: bool(basics.size),
        Part.CERTIFICATIONS: bool(basics.certifications),
        Part.LISTINGS: listings > 0,
        Part.WEBSITE: bool(basics.website),
        Part.FOUNDED: basics.founded is not None,
        Part.ENGLISH: bool(basics.name_en),
    }
    missing = tuple(part for part in WEIGHTS if not told[part])
    return Completeness(100 - sum(WEIGHTS[part] for part in missing), missing)
