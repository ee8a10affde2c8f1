"""The small forms of a project's page: each does one thing and comes back to the page."""

from collections.abc import Callable

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from chainmatch import web
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.projects import act_forms, moving, recording
from chainmatch.rooms.projects.views import act_of, show_page
from graph.domain.projects.project import Agreement, ReportState, Signing, SigningKind
from graph.errors import BadInput, Conflict, NotFound
from graph.store.followup.project_records import new_id


def stage(code: str) -> ResponseReturnValue:
    """Move the project to a stage or out."""
    form = act_forms.StageForm()

    def do() -> None:
        moving.change_stage(
            web.store(),
            act_of(code, form),
            stage=form.stage.data,
            day=form.day.text,
            reason=form.reason.data,
            signing=_first_signing(form),
        )

    return _act(code, form, do, "stages")


def _first_signing(form: act_forms.StageForm) -> Signing | None:
    if form.agreement.data not in set(Agreement):
        return None
    agreement, amount = Agreement(form.agreement.data), form.amount.data or 0
    day, event = form.day.text, form.event.data
    return Signing(new_id(), SigningKind.FIRST, day, amount, agreement, event)


def plan(code: str) -> ResponseReturnValue:
    """Plan a stage."""
    form = act_forms.PlanForm()

    def do() -> None:
        moving.plan_stage(
            web.store(),
            act_of(code, form),
            stage=form.stage.data,
            day=form.day.text,
            reason=form.reason.data,
        )

    return _act(code, form, do, "stages")


def arrival(code: str) -> ResponseReturnValue:
    """Write down funds that arrived."""
    form = act_forms.ArrivalForm()

    def do() -> None:
        recording.add_arrival(
            web.store(),
            act_of(code, form),
            day=form.day.text,
            amount=form.amount.data or 0,
            note=form.note.data,
            receipt=_upload(form.file.data),
            folder=web.config().files,
        )

    return _act(code, form, do, "funds")


def _upload(file: FileStorage | None) -> recording.Upload | None:
    return recording.Upload(file.filename or "", file.stream) if file else None


def signing(code: str) -> ResponseReturnValue:
    """Write down an upgrade or an increase."""
    form = act_forms.SigningForm()

    def do() -> None:
        kind = SigningKind(form.kind.data)
        amount = (form.amount.data or 0) if kind == SigningKind.INCREASE else 0
        agreement = Agreement(form.agreement.data)
        signed = Signing(new_id(), kind, form.day.text, amount, agreement, form.event.data)
        recording.add_signing(web.store(), act_of(code, form), signing=signed)

    return _act(code, form, do, "funds")


def problem(code: str) -> ResponseReturnValue:
    """Write a problem down."""
    form = act_forms.ProblemForm()

    def do() -> None:
        recording.add_problem(
            web.store(),
            act_of(code, form),
            text=form.words.data,
            unit=form.unit.data,
            due=form.due.text,
        )

    return _act(code, form, do, "problems")


def solution(problem_id: str, code: str) -> ResponseReturnValue:
    """Strike a problem off."""
    form = act_forms.SolutionForm()

    def do() -> None:
        recording.close_problem(
            web.store(), act_of(code, form), problem_id=problem_id, solution=form.solution.data
        )

    return _act(code, form, do, "problems")


def report(code: str) -> ResponseReturnValue:
    """Tell news of the project."""
    form = act_forms.ReportForm()

    def do() -> None:
        recording.report(
            web.store(),
            act_of(code, form),
            day=form.day.text,
            text=form.words.data,
            progress=form.progress.data,
        )

    return _act(code, form, do, "reports")


def review(report_id: str, code: str) -> ResponseReturnValue:
    """Accept a report or send it back."""
    form = act_forms.ReviewForm()

    def do() -> None:
        recording.review(
            web.store(),
            act_of(code, form),
            report_id=report_id,
            state=ReportState(form.state.data),
            reason=form.reason.data,
        )

    return _act(code, form, do, "reports")


def evidence(code: str) -> ResponseReturnValue:
    """Keep a file as evidence."""
    form = act_forms.EvidenceForm()

    def do() -> None:
        recording.add_evidence(
            web.store(),
            act_of(code, form),
            web.config().files,
            stage=form.stage.data,
            kind=form.kind.data,
            name=form.file.data.filename,
            stream=form.file.data.stream,
        )

    return _act(code, form, do, "stages")


def _act(
    code: str, form: act_forms.ActForm, do: Callable[[], None], anchor: str
) -> ResponseReturnValue:
    """Do it and come back; what is wrong is shown on the page with what was typed."""
    if not form.validate():
        return show_page(code, form), 422
    try:
        do()
    except Conflict as error:
        return show_page(code, form, translate(error)), 409
    except NotFound:
        raise
    except BadInput as error:
        return show_page(code, form, translate(error)), 422
    flash(gettext("已保存。"))
    return redirect(url_for("projects.page", code=code, _anchor=anchor))
