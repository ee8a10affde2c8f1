"""``chainmatch rank``: rankings for a file of queries, to measure them."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from chainmatch.cli.session import json_option, open_graph, print_json, progress_bar
from chainmatch.config import read_config
from chainmatch.formats import today
from graph.domain.clock import date_text
from graph.domain.recommendation import PartnerRole
from graph.recommend.bulk.run import Ranked, rank_enterprises, rank_materials
from graph.recommend.firms.model import FirmModel, find_model
from graph.recommend.materials.model import MaterialModel
from graph.recommend.ranking import RULES_1

KINDS = ("suppliers", "customers", "materials")
ROLES = {"suppliers": PartnerRole.SUPPLIER, "customers": PartnerRole.CUSTOMER}


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option(
    "--queries",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="每行一个编码或产品名。 One code or product name a line.",
)
@click.option("--top", type=click.IntRange(1, 10_000), default=50, show_default=True)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="结果文件，每行一个 JSON。 The answers, one JSON object a line.",
)
@click.option("--at", default=None, help="日期，默认今天。 ISO date, today by default.")
@click.option(
    "--version",
    default="",
    help="训练版本或 rules-1，默认最新。 A trained version or rules-1; by default the newest.",
)
@json_option
def rank(
    kind: str, queries: Path, top: int, out: Path, at: str | None, version: str, as_json: bool
) -> None:
    """为一批查询排序。Rank partners or materials for a file of queries."""
    asked = _read_queries(queries)
    with open_graph() as store, progress_bar() as progress:
        wanted = {"at": at or date_text(today()), "top": top, "progress": progress}
        if kind == "materials":
            answers = rank_materials(store, asked, model=_find_model(), **wanted)
        else:
            model = _find_firm_model(ROLES[kind], version, at)
            answers = rank_enterprises(store, ROLES[kind], asked, model=model, **wanted)
    _write_answers(out, zip(asked, answers, strict=True))
    if as_json:
        answered = sum(map(bool, answers))
        print_json({"out": str(out), "queries": len(asked), "answered": answered})


def _find_firm_model(role: PartnerRole, version: str, at: str | None) -> FirmModel | None:
    if version == RULES_1.version:
        return None
    return find_model(read_config().models, role.value, version=version, at=at or "")


def _find_model() -> MaterialModel | None:
    path = read_config().model_of("materials")
    return MaterialModel.load(path) if path.exists() else None


def _read_queries(path: Path) -> list[str]:
    """Return the lines as they are written: the answers repeat them letter by letter."""
    with path.open(encoding="utf-8-sig") as file:
        lines = [line.rstrip("\n") for line in file]
    return [line for line in lines if line.strip()]


def _write_answers(path: Path, answers: Iterable[tuple[str, Ranked]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for query, ranked in answers:
            json.dump({"query": query, "ranked": ranked}, file, ensure_ascii=False)
            file.write("\n")
