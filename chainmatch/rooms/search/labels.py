"""Words for stored values of search."""

from chainmatch.formats import label_of
from chainmatch.i18n import mark
from chainmatch.wording.map_names import CERTIFICATIONS, SIZES, STAGES
from graph.domain.listing import ListingKind
from graph.domain.search import Facet

FACETS = {
    Facet.CHAIN: mark("产业链"),
    Facet.STAGE: mark("环节"),
    Facet.REGION: mark("地区"),
    Facet.SIZE: mark("规模"),
    Facet.CERTIFICATION: mark("资质"),
}
VALUES: dict[Facet, dict[str, str]] = {
    Facet.STAGE: {stage.value: label for stage, label in STAGES.items()},
    Facet.SIZE: {size.value: label for size, label in SIZES.items()},
}
"""Words for values that are not names of records, in their own order."""
HAS = {
    ListingKind.OFFER: mark("有公开的供给"),
    ListingKind.NEED: mark("有公开的需求"),
}
NAMED = {**VALUES, Facet.CERTIFICATION: CERTIFICATIONS}


def value_name(facet: Facet, value: str) -> str:
    """Name a stage, a size or a title; any other value is its own name."""
    return label_of(NAMED.get(facet, {}), value)
