"""What the pages of the recommendations room show."""

from dataclasses import dataclass

from chainmatch.i18n import pick
from chainmatch.web import Page
from graph.domain.recommendation import RankedList, Recommendation, Wish
from graph.recommend import recommend
from graph.store import Store
from graph.store.choices import Choice, list_chain_choices, list_region_choices

PAGE_SIZE = 20
INDENT = {"province": "", "city": "\u3000", "district": "\u3000\u3000"}


@dataclass(frozen=True)
class Shown:
    """One page of the partners that answer a wish."""

    wish: Wish
    answer: RankedList
    page: Page

    @property
    def items(self) -> tuple[Recommendation, ...]:
        """The partners on this page."""
        return self.answer.items[self.page.offset : self.page.offset + self.page.size]


def find_page(store: Store, code: str, wish: Wish, number: int) -> Shown:
    """Recommend partners and return the page asked for, or the last. Raises NotFound."""
    answer = recommend(store, code, wish)
    last = Page(1, PAGE_SIZE, len(answer.items)).last
    return Shown(wish, answer, Page(min(number, last), PAGE_SIZE, len(answer.items)))


def region_choices(store: Store) -> list[tuple[str, str]]:
    """List regions for a filter, cities and districts set in under their province."""
    return [
        (choice.code, INDENT.get(choice.level, "") + _name(choice))
        for choice in list_region_choices(store)
    ]


def chain_choices(store: Store) -> list[tuple[str, str]]:
    """List chains for a filter."""
    return [(choice.code, _name(choice)) for choice in list_chain_choices(store)]


def _name(choice: Choice) -> str:
    return pick(choice.name, choice.name_en)
