"""Enterprises and institutes, as the map knows them."""

from dataclasses import dataclass
from enum import StrEnum


class EnterpriseKind(StrEnum):
    """企业 or 院所."""

    COMPANY = "company"
    INSTITUTE = "institute"


class Size(StrEnum):
    """Size class of the statistics bureau (大中小微型企业划分办法, 2017)."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    MICRO = "micro"


KIND_NAMES = {"企业": EnterpriseKind.COMPANY, "院所": EnterpriseKind.INSTITUTE}
SIZE_NAMES = {
    "大型": Size.LARGE,
    "中型": Size.MEDIUM,
    "小型": Size.SMALL,
    "微型": Size.MICRO,
}


@dataclass(frozen=True)
class Enterprise:
    """An enterprise or institute; ``size`` and ``region`` are empty where nobody told.

    Coordinates are degrees of ``datum`` (graph.domain.location); ``services`` is what an institute
    offers.
    """

    code: str
    name: str
    short_name: str = ""
    name_en: str = ""
    kind: EnterpriseKind = EnterpriseKind.COMPANY
    region: str = ""
    size: str = ""
    certifications: tuple[str, ...] = ()
    founded: int | None = None
    website: str = ""
    summary: str = ""
    summary_en: str = ""
    market: str = ""
    longitude: float | None = None
    latitude: float | None = None
    datum: str = ""
    services: tuple[str, ...] = ()
    source: str = ""
