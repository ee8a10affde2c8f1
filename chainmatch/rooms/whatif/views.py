"""Pages of the what-if room. A scenario stands in the address, so it can be sent."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.choosing.region_choice import region_options
from chainmatch.formats import today
from chainmatch.i18n import translate
from chainmatch.rooms.whatif import choosing, labels, operations, queries
from chainmatch.rooms.whatif.choosing import Meant, Typed
from chainmatch.rooms.whatif.scenario import Scenario, read_scenario, split
from graph.domain.clock import now
from graph.errors import BadInput


def page() -> ResponseReturnValue:
    """Show a scenario and what it takes away from others; htmx asks again until it can be told."""
    if web.wants_fragment():
        return render_template("whatif/result.html", **_result(_scenario()))
    return _page(_scenario(), Typed("enterprise", ""), Meant())


def add() -> ResponseReturnValue:
    """Take one more away, or ask which one was meant."""
    scenario = _scenario()
    words = [request.args.get(name, "").strip()[:200] for name in ("kind", "name", "other")]
    if words[0] not in labels.KINDS:
        return redirect(url_for("whatif.page", **scenario.address))
    typed = Typed(*words)
    try:
        meant = choosing.find_meant(web.store(), typed, today())
    except BadInput as error:
        return _page(scenario, typed, Meant(), translate(error)), 422
    if meant.choices:
        return _page(scenario, typed, meant)
    return redirect(url_for("whatif.page", **scenario.with_one(typed.kind, meant.code).address))


def start() -> ResponseReturnValue:
    """Rank the whole map in the background."""
    job = operations.start_ranking(web.store(), actor=current_user.account, now=now())
    return redirect(url_for("whatif.ranking", job_id=job.id))


def ranking(job_id: str) -> ResponseReturnValue:
    """Show a ranking; htmx asks again for the changing part while it is computed."""
    shown = queries.show_ranking(web.store(), job_id, now=now())
    return render_template(
        "whatif/state.html" if web.wants_fragment() else "whatif/ranking.html",
        shown=shown,
        labels=labels,
        can_cancel=operations.can_cancel(current_user.account, shown.job),
    )


def cancel(job_id: str) -> ResponseReturnValue:
    """Stop a ranking."""
    operations.cancel_ranking(web.store(), actor=current_user.account, job_id=job_id, now=now())
    return redirect(url_for("whatif.ranking", job_id=job_id))


def _scenario() -> Scenario:
    told = {kind: request.args.getlist(kind) for kind in labels.KINDS}
    return read_scenario(told, web.asked_date())


def _page(scenario: Scenario, typed: Typed, meant: Meant, problem: str = "") -> str:
    return render_template(
        "whatif/page.html",
        rankings=queries.list_rankings(web.store(), now=now()),
        regions=region_options(web.store()),
        typed=typed,
        meant=meant,
        problem=problem,
        **_result(scenario),
    )


def _result(scenario: Scenario) -> dict[str, object]:
    """Play a scenario, or say how far the reading of a large map is."""
    warming = queries.make_ready(web.store(), scenario)
    can_play = warming is None and not scenario.is_empty
    shown = queries.play(web.store(), scenario) if can_play else None
    return {
        "warming": None if scenario.is_empty else warming,
        "shown": shown,
        "scenario": scenario,
        "taken": queries.name_taken(web.store(), scenario),
        "split": split,
        "labels": labels,
    }
