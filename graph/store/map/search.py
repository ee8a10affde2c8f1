"""Search in the graph: texts and facets beside enterprises, and what the full-text index finds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.domain.conference.parties import COMING
from graph.domain.location import Point, to_point
from graph.domain.recommendation import Place
from graph.domain.search import PRODUCT_MARK, Entry, Product
from graph.store.bulk.saving import batches
from graph.store.connection import Row, Store
from graph.store.cypher.map import search as cypher
from graph.store.dialect import search_index_name
from graph.store.settings import find_setting, save_setting

BATCH = 2000
MARK = "search.mark"


@dataclass(frozen=True)
class Text:
    """Names of an enterprise, what it makes or offers, and what is stored to find it by."""

    code: str
    names: tuple[str, ...]
    products: tuple[Product, ...]
    words: str
    spellings: tuple[str, ...]
    services: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facets:
    """Chains, stages and regions (with those around them) of an enterprise, each sorted."""

    chains: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


def stream_texts(store: Store, *, at: str) -> Iterator[Text]:
    """Yield the enterprises that make or offer something, or did; their products in no order.

    What others are found by is written as they are saved; those that lack it are here too.
    """
    for row in store.stream(cypher.STREAM_TEXTS, at=at, product_mark=PRODUCT_MARK):
        yield Text(
            row["code"],
            (
                *(row[key] for key in ("name", "short_name", "name_en") if row[key]),
                *(row["former_names"] or ()),
            ),
            tuple(_product(*each) for each in row["products"] if each[0]),
            row["words"] or "",
            tuple(row["spellings"] or ()),
            tuple(row["services"] or ()),
        )


def save_texts(store: Store, texts: Mapping[str, tuple[str, tuple[str, ...]]]) -> None:
    """Save words and spellings by enterprise code."""
    rows = [[code, text, list(spellings)] for code, (text, spellings) in sorted(texts.items())]
    for batch in batches(rows, BATCH):
        store.write(cypher.SAVE_TEXTS, rows=batch)


def stream_places(store: Store, *, at: str) -> Iterator[tuple[str, str, str]]:
    """Yield enterprise code, chain code and stage of the nodes it makes."""
    for row in store.stream(cypher.STREAM_PLACES, at=at):
        yield row["code"], row["chain"], row["stage"] or ""


def stream_locations(store: Store, *, at: str) -> Iterator[tuple[str, str]]:
    """Yield enterprise code and region code."""
    for row in store.stream(cypher.STREAM_LOCATIONS, at=at):
        yield row["code"], row["region"]


def list_within(store: Store) -> dict[str, list[str]]:
    """Return the regions directly around each region."""
    around: dict[str, list[str]] = {}
    for row in store.read(cypher.WITHIN):
        around.setdefault(row["inner"], []).append(row["outer"])
    return around


def stream_facets(store: Store) -> Iterator[tuple[Row, Facets]]:
    """Yield every enterprise's own properties and its stored facets, by code."""
    for row in store.stream(cypher.STREAM_FACETS):
        stored = (tuple(row[key] or ()) for key in ("chains", "stages", "regions"))
        yield row, Facets(*stored)


def list_facets(store: Store) -> dict[str, Facets]:
    """Return the stored facets of the enterprises that have any."""
    rows = store.stream(cypher.LIST_FACETS)
    return {
        row["code"]: Facets(*(tuple(row[key] or ()) for key in ("chains", "stages", "regions")))
        for row in rows
    }


def save_facets(store: Store, facets: Mapping[str, Facets]) -> None:
    """Save facets by enterprise code."""
    rows = [
        [code, list(each.chains), list(each.stages), list(each.regions)]
        for code, each in sorted(facets.items())
    ]
    for batch in batches(rows, BATCH):
        store.write(cypher.SAVE_FACETS, rows=batch)


def find_mark(store: Store) -> str:
    """Return the mark of what search knows of all enterprises; empty where never computed."""
    return find_setting(store, MARK)


def save_mark(store: Store, mark: str) -> None:
    """Remember the mark; every process then reads its entries anew."""
    save_setting(store, MARK, mark)


def list_entries(store: Store) -> list[Entry]:
    """List all enterprises as search knows them, by code."""
    return [_entry(row, facets) for row, facets in stream_facets(store)]


def count_matching(store: Store, label: str, query: str) -> int:
    """Count what a Lucene query finds."""
    index = search_index_name(store, label)
    row = store.read_one(cypher.COUNT_MATCHING, index=index, query=query)
    return row["number"] if row else 0


def list_makers(store: Store, node: str, *, at: str) -> frozenset[str]:
    """Return the codes of those who make this node."""
    row = store.read_one(cypher.MAKERS_OF_NODE, node=node, at=at)
    return frozenset(row["codes"] if row else ())


def list_posting(store: Store, kind: str, *, today: str) -> frozenset[str]:
    """Return the codes of those with a public offer or need."""
    row = store.read_one(cypher.LIST_POSTING, kind=kind, today=today)
    return frozenset(row["codes"] if row else ())


def list_attending(store: Store, conference: str) -> frozenset[str]:
    """Return the codes of those who come to a conference."""
    states = sorted(state.value for state in COMING)
    row = store.read_one(cypher.LIST_ATTENDING, code=conference, states=states)
    return frozenset(row["codes"] if row else ())


def list_nearest(store: Store, label: str, query: str, *, limit: int) -> list[Place]:
    """List the records that share most with a query, by the index's own score."""
    index = search_index_name(store, label)
    rows = store.read(cypher.NEAREST, index=index, query=query, limit=limit)
    return [Place(row["code"], row["name"], row["name_en"] or "") for row in rows]


def _entry(row: Row, facets: Facets) -> Entry:
    return Entry(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"] or "",
        name_en=row["name_en"] or "",
        region=row["region"] or "",
        words=row["words"] or f" {row['name'].lower()} ",
        spellings=tuple(row["spellings"] or (row["name"].lower(),)),
        facets=(
            facets.chains,
            facets.stages,
            facets.regions,
            (row["size"],) if row["size"] else (),
            tuple(row["certifications"] or ()),
        ),
        point=_point(row),
    )


def _point(row: Row) -> Point | None:
    if row["longitude"] is None or row["latitude"] is None:
        return None
    return to_point(row["longitude"], row["latitude"], row["datum"] or "")


def _product(
    code: str, name: str, name_en: str | None, search: str | None, share: float | None
) -> Product:
    return Product(code, name, name_en or "", search or name, share or 0.0)
