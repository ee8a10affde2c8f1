"""What the asker makes: all that a path is compared with."""

from dataclasses import dataclass
from functools import cached_property

from graph.domain.recommendation import PartnerRole
from graph.naming import match_key
from graph.naming.generic import is_telling
from graph.recommend.wording import share_of_words
from graph.store.map.partners import Hop

SIDELINE = 0.02
"""A smaller share of sales is no main trade."""
HEAD = 2
UNLIKE = 0.35
"""What a peer's product keeps that shares no word with ours."""


@dataclass(frozen=True)
class Ours:
    """The role asked for, and the products of the asker."""

    role: PartnerRole
    products: tuple[Hop, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the products."""
        return tuple(hop.name for hop in self.products)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Their names as they are compared."""
        return frozenset(map(match_key, self.names))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Their names and what those end in, from two characters on."""
        return frozenset(key[start:] for key in self.keys for start in range(len(key) - 1))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The words their names end in, without those of any trade."""
        heads = {key[-HEAD:] for key in self.keys}
        return frozenset(head for head in heads if is_telling(head))

    @cached_property
    def has_main_products(self) -> bool:
        """Whether any is more than a line of the scope of business."""
        return any(hop.share is None or hop.share > SIDELINE for hop in self.products)

    def makes(self, name: str) -> bool:
        """Tell whether we make this ourselves, or a kind of it: 发电 is made by 水力发电 too."""
        return match_key(name) in self.kinds

    def likeness(self, name: str) -> float:
        """Return how much of a product's name is said in ours too, from UNLIKE to 1.

        1 where nothing is known of what we make, and for what ends in the same word.
        """
        if not self.names or match_key(name)[-HEAD:] in self.heads:
            return 1.0
        return UNLIKE + (1 - UNLIKE) * min(1.0, 2 * share_of_words(name, self.names))
