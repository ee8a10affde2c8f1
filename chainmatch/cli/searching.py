"""``chainmatch search``: what the box on every page finds."""

import click

from chainmatch.cli.session import json_option, open_graph, print_json
from chainmatch.formats import today
from chainmatch.i18n import gettext, listed, pick
from graph.domain.clock import date_text
from graph.domain.recommendation import Place
from graph.domain.search import Wanted
from graph.search import Group, Result, Shown, find_group, find_products, read_words, suggest
from graph.search import search as find

DEFAULT_TOP = 20


@click.command()
@click.argument("text")
@click.option("--top", type=click.IntRange(1, 1000), default=DEFAULT_TOP, show_default=True)
@json_option
def search(text: str, top: int, as_json: bool) -> None:
    """按名称、产品或拼音查找企业。Find enterprises by name, product, pinyin or initials."""
    words = read_words(text)
    with open_graph() as store:
        result = find(store, Wanted(text, words), at=date_text(today()))
        shown = find_products(store, [each.code for each in result.entries[:top]], words)
        group = find_group(store, words, only_published=False)
        near = [] if result.entries else suggest(store, words)
    if as_json:
        print_json(_as_dict(text, result, shown, group, near))
        return
    _tell(result, shown, near)


def _tell(result: Result, shown: dict[str, Shown], near: list[Place]) -> None:
    for entry in result.entries[: len(shown)]:
        products = listed(pick(each.name, each.name_en) for each in shown[entry.code].products)
        click.echo(f"{entry.code}\t{pick(entry.name, entry.name_en)}\t{products}")
    if result.entries:
        click.echo(gettext("共 %(total)s 家企业。", total=f"{len(result.entries):,}"))
        return
    click.echo(gettext("没有找到“%(text)s”。", text=result.wanted.text))
    if near:
        names = listed(pick(each.name, each.name_en) for each in near)
        click.echo(gettext("您是不是要找：%(names)s", names=names))


def _as_dict(
    text: str, result: Result, shown: dict[str, Shown], group: Group, near: list[Place]
) -> dict[str, object]:
    return {
        "text": text,
        "total": len(result.entries),
        "items": [
            {
                "code": entry.code,
                "name": entry.name,
                "products": [each.name for each in shown[entry.code].products],
            }
            for entry in result.entries[: len(shown)]
        ],
        "facets": result.counts,
        "nodes": [
            {"code": node.code, "name": node.name, "makers": node.makers} for node in group.nodes
        ],
        "chains": [{"code": chain.code, "name": chain.name} for chain in group.chains],
        "suggestions": [each.name for each in near],
    }
