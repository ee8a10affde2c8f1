"""What the pages of the recommendations room show."""

from dataclasses import dataclass, replace
from pathlib import Path

from chainmatch.i18n import pick
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.recommendation import RankedList, Recommendation, Wish
from graph.recommend import recommend
from graph.store import Store
from graph.store.desk.feedback import list_favourites
from graph.store.map.choices import Choice, list_chain_choices, list_region_choices

PAGE_SIZE = 20
INDENT = {"province": "", "city": "\u3000", "district": "\u3000\u3000"}


@dataclass(frozen=True)
class Shown:
    """One page of the partners that answer a wish.

    Who asks for its own enterprise (``can_judge``) may keep or dismiss each of them.
    """

    wish: Wish
    answer: RankedList
    page: Page
    can_judge: bool
    favourites: frozenset[str]

    @property
    def items(self) -> tuple[Recommendation, ...]:
        """The partners on this page."""
        return self.answer.items


def find_page(store: Store, code: str, wish: Wish, number: int, *, own: str, models: Path) -> Shown:
    """Recommend partners and return the page asked for, or the last. Raises NotFound.

    ``own`` is the enterprise of the person who looks, or empty; ``models`` the folder of trained
    rankers.
    """
    answer = _recommend(store, code, wish, number, models)
    page = Page(number, PAGE_SIZE, answer.total)
    if number > page.last:
        page = Page(page.last, PAGE_SIZE, answer.total)
        answer = _recommend(store, code, wish, page.last, models)
    favourites = list_favourites(store, own) if code == own else []
    return Shown(wish, answer, page, code == own, frozenset(each.code for each in favourites))


def _recommend(store: Store, code: str, wish: Wish, number: int, models: Path) -> RankedList:
    part = replace(wish, top=PAGE_SIZE, skip=(number - 1) * PAGE_SIZE)
    return recommend(store, code, part, models=models)


def region_choices(store: Store) -> list[tuple[str, str]]:
    """List regions for a filter, cities and districts set in under their province."""
    return [
        (choice.code, INDENT.get(choice.level, "") + _name(choice))
        for choice in list_region_choices(store)
    ]


def chain_choices(store: Store, viewer: Account) -> list[tuple[str, str]]:
    """List chains for a filter."""
    chains = list_chain_choices(store, only_published=not viewer.sees_drafts)
    return [(choice.code, _name(choice)) for choice in chains]


def _name(choice: Choice) -> str:
    return pick(choice.name, choice.name_en)
