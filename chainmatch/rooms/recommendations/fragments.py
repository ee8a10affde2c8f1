"""Parts of a card that come again and again, rendered once for a process and a language.

A list of twenty has some two hundred chips and as many lines of reasons; most of them say what an
earlier list said: the same product, source, share or reason.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from flask import get_template_attribute
from markupsafe import Markup

from chainmatch.formats import percent
from chainmatch.i18n import current_language, gettext, pick, translate
from chainmatch.rooms.recommendations import labels
from graph.domain.recommendation import Path, Place, Recommendation, Step

MOST_KEPT = 30_000
TEMPLATE = "recommendations/fragments.html"


def parts_of(path: Path) -> Iterator[Markup]:
    """Yield what a path is drawn of: the places between the two, and the links between those.

    The first place carries the evidence of the step that leaves the asker, the last one that of
    the step to the partner.
    """
    first, last = path.steps[0], path.steps[-1]
    if len(path.steps) == 2:
        yield _place(first.end, labels.SHARED_PLACES[last.link], first, last)
        return
    yield _place(first.end, labels.FIRST_PLACES[first.link], first)
    for step in path.steps[1:-1]:
        yield _fragment("link", labels.step_label(step), labels.evidence(step))
        if step is path.steps[-2]:
            yield _place(step.end, labels.LAST_PLACES[last.link], None, last)
        else:
            yield _place(step.end)


def reasons_of(item: Recommendation) -> Iterator[Markup]:
    """Yield the lines of reasons of a recommendation, the weightiest first."""
    for feature in sorted(item.features, key=lambda feature: -feature.weight):
        yield _fragment(
            "reason",
            translate(feature.label),
            f"{feature.value:.3f}",
            f"{feature.value:.2f}",
            percent(feature.weight),
            translate(feature.reason),
        )


def _place(
    place: Place, caption: str = "", ours: Step | None = None, theirs: Step | None = None
) -> Markup:
    said = (labels.evidence(step) if step else () for step in (ours, theirs))
    caption = gettext(caption) if caption else ""
    return _fragment("place", pick(place.name, place.name_en), caption, *said)


def _fragment(macro: str, *told: Any) -> Markup:
    return _rendered(current_language(), macro, told)


@lru_cache(maxsize=MOST_KEPT)
def _rendered(language: str, macro: str, told: tuple[Any, ...]) -> Markup:
    """Render a macro in the reader's language, which is named to be told apart from others."""
    return get_template_attribute(TEMPLATE, macro)(*told)
