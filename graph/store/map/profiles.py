"""Profiles of enterprises, and the summaries in them that are computed from the map."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.domain.enterprise import Enterprise
from graph.domain.recommendation import Place
from graph.store.bulk.saving import BATCH, batches
from graph.store.connection import Row, Store
from graph.store.cypher.map import profiles as cypher
from graph.store.map.enterprises import as_enterprise

PROFILE = (
    "code",
    "name",
    "short_name",
    "name_en",
    "kind",
    "region",
    "size",
    "certifications",
    "market",
    "source",
    "main_products",
    "industries",
    "said",
)
"""What a profile is read from, in the order of the query."""


@dataclass(frozen=True)
class Summary:
    """Names of the main telling products, and codes of the industries; both computed."""

    main_products: tuple[str, ...]
    industries: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """An enterprise with what the features of a recommendation look at.

    ``said`` counts what others ever said of it: favourites, requests, dismissals.
    """

    enterprise: Enterprise
    summary: Summary
    said: int = 0


def list_profiles(store: Store, codes: Sequence[str]) -> dict[str, Profile]:
    """Return the profiles of these enterprises by code; unknown codes are left out."""
    if not codes:
        return {}
    found = store.read(cypher.LIST, codes=list(codes))[0]["profiles"]
    return {values[0]: _profile(dict(zip(PROFILE, values, strict=True))) for values in found}


def list_region_names(store: Store, codes: Sequence[str]) -> dict[str, Place]:
    """Return these regions by code, with their names."""
    if not codes:
        return {}
    return {
        row["code"]: Place(row["code"], row["name"], row["name_en"] or "")
        for row in store.read(cypher.REGION_NAMES, codes=list(codes))
    }


def list_summaries(store: Store) -> dict[str, Summary]:
    """Return the stored summaries by enterprise code; who has none is left out."""
    columns = store.read(cypher.SUMMARIES)[0]
    return {
        code: Summary(tuple(products), tuple(industries))
        for code, (products, industries) in zip(columns["code"], columns["summary"], strict=True)
    }


def list_products(store: Store, *, at: str) -> Iterator[tuple[str, str, float]]:
    """Yield enterprise code, product name and share (0 where untold) of all that is made."""
    columns = store.read(cypher.PRODUCTS, at=at)[0]
    yield from zip(columns["code"], columns["name"], columns["share"], strict=True)


def list_industries(store: Store, *, at: str) -> Iterator[tuple[str, str]]:
    """Yield enterprise code and industry code of all memberships."""
    columns = store.read(cypher.INDUSTRIES, at=at)[0]
    yield from zip(columns["code"], columns["industry"], strict=True)


def save_summaries(store: Store, summaries: Mapping[str, Summary]) -> None:
    """Save these summaries beside their enterprises."""
    rows = [
        {
            "code": code,
            "main_products": list(summary.main_products),
            "industries": list(summary.industries),
        }
        for code, summary in sorted(summaries.items())
    ]
    for batch in batches(rows, BATCH):
        store.write(cypher.SAVE_SUMMARIES, rows=batch)


def _profile(row: Row) -> Profile:
    summary = Summary(tuple(row["main_products"] or ()), tuple(row["industries"] or ()))
    return Profile(as_enterprise(row), summary, row["said"])
