"""Recommended partners as programs read them."""

from chainmatch.choosing.cursors import read_cursor
from chainmatch.choosing.region_choice import check_region
from chainmatch.rooms.api import affairs, forms
from chainmatch.rooms.api.queries import check_chain
from chainmatch.rooms.api.resources import Context, Slice, cut
from graph.domain import recommendation
from graph.domain.clock import date_text
from graph.domain.recommendation import Wish
from graph.recommend import recommend

MOST_PARTNERS = 100


def list_partners(context: Context, asked: forms.Recommendations, code: str) -> Slice:
    """List the partners recommended to an enterprise. Raises NotFound.

    The order is computed at each request: a page goes on after the partner that stood last, or at
    its rank where it is gone.
    """
    check_chain(context, asked.chain)
    wish = Wish(
        asked.role,
        date_text(asked.at or context.today),
        asked.region,
        asked.chain,
        asked.size or "",
        exclude_known=not asked.known,
        top=MOST_PARTNERS,
        most=MOST_PARTNERS,
    )
    answer = recommend(context.store, code, wish, models=context.models)
    if not answer.items:
        check_region(context.store, asked.region)
    rank, last = read_cursor(asked.cursor, tuple[int, str], (0, ""))
    begin = next((each.rank for each in answer.items if each.partner.code == last), max(rank, 0))
    page = answer.items[begin : begin + asked.limit + 1]
    rows = [_partner(each, answer.version) for each in page]
    return cut(rows, asked.limit, lambda row: (row.rank, row.code))


def _partner(item: recommendation.Recommendation, version: str) -> affairs.Recommendation:
    partner = item.partner
    return affairs.Recommendation(
        rank=item.rank,
        code=partner.code,
        name=partner.name,
        name_en=partner.name_en,
        score=item.score,
        region=partner.region,
        size=partner.size,
        is_known=item.is_known,
        is_newcomer=item.is_newcomer,
        version=version,
        reasons=tuple(
            affairs.Reason(path.route, round(path.strength, 4), tuple(map(_step, path.steps)))
            for path in item.paths
        ),
    )


def _step(step: recommendation.Step) -> affairs.Step:
    return affairs.Step(
        link=step.link,
        forward=step.forward,
        start=step.start.code,
        start_name=step.start.name,
        end=step.end.code,
        end_name=step.end.name,
        source=step.source,
        as_of=step.as_of,
        confidence=step.confidence,
    )
