"""The page on which news of a project is told in a minute, from the building site."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.projects import forms, labels, project_page, recording
from chainmatch.rooms.projects.fields import stage_choices
from chainmatch.rooms.projects.views import act_of
from graph.domain.followup.stages import EvidenceKind
from graph.errors import BadInput, Forbidden


def quick(code: str) -> ResponseReturnValue:
    """Show the short form, or take the news with the photo. Raises NotFound, Forbidden."""
    shown = project_page.show_project(web.store(), current_user.account, code, at=today())
    if not shown.can_report:
        raise Forbidden("只有签约企业、责任单位、会务和管理员可以上报这个项目。")
    form = _form(shown)
    if not form.validate_on_submit():
        return _page(shown, form, 422 if form.errors else 200)
    try:
        _tell(code, form)
    except BadInput as error:
        return _page(shown, form, 422, translate(error))
    flash(gettext("已上报。") if shown.can_keep else gettext("已上报，会务审核后计入。"))
    return redirect(url_for("projects.page", code=code, _anchor="reports"))


def _form(shown: project_page.ProjectPage) -> forms.QuickForm:
    scheme, stage = shown.book.stages, shown.listed.standing.stage
    present = next((each.stage for each in shown.lines if each.is_present), None)
    asked = present.evidence if present and present.evidence else (EvidenceKind.OTHER,)
    form = forms.QuickForm(data={"day": today(), "stage": stage, "kind": asked[-1].value})
    form.stage.choices = stage_choices(scheme.stages)
    return form


def _tell(code: str, form: forms.QuickForm) -> None:
    """Keep the file first: where it is refused nothing is told, and the person tries again."""
    act = act_of(code, form)
    if form.file.data:
        recording.add_evidence(
            web.store(),
            act,
            web.config().files,
            stage=form.stage.data,
            kind=form.kind.data,
            name=form.file.data.filename,
            stream=form.file.data.stream,
        )
    recording.report(
        web.store(),
        act,
        day=form.day.text,
        text=form.words.data,
        progress=form.progress.data,
    )


def _page(
    shown: project_page.ProjectPage, form: forms.QuickForm, status: int, problem: str = ""
) -> ResponseReturnValue:
    html = render_template(
        "projects/quick.html", shown=shown, form=form, problem=problem, labels=labels
    )
    return html, status
