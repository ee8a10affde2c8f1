"""Pages of the projects room."""

from datetime import date

from flask import flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.filing import attachments
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.known_days import parse_day
from chainmatch.rooms.projects import (
    act_forms,
    cards,
    districts,
    filling,
    forms,
    labels,
    naming,
    operations,
    project_page,
    queries,
    screen,
    sheets,
)
from chainmatch.rooms.projects.filters import LedgerFilter
from graph.domain.clock import now
from graph.domain.projects.project import Project
from graph.errors import BadInput, Conflict, NotFound
from graph.exchange.fields.codes import parse_code
from graph.ledger import table

LONGEST_TYPED = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def index() -> ResponseReturnValue:
    """List the ledger as of a day."""
    asked = LedgerFilter(request.args, asked_day())
    shown = queries.list_ledger(
        web.store(),
        current_user.account,
        asked.wanted,
        at=asked.at,
        order=asked.order,
        number=web.page_number(),
    )
    template = "results" if web.wants_fragment() else "index"
    return render_template(
        f"projects/{template}.html",
        shown=shown,
        asked=asked,
        labels=labels,
        address_with=web.address_with,
        can_keep=operations.can_keep(current_user.account),
        stage_names=queries.stage_names(table.find_book(web.store(), asked.at)),
        waiting=queries.count_waiting(web.store(), current_user.account),
    )


def dashboard() -> ResponseReturnValue:
    """Show the figures of a day on one screen."""
    at = asked_day()
    by = screen.dimension(request.args.get("by", ""))
    shown = screen.show_screen(web.store(), at=at, by=by)
    return render_template(
        "projects/dashboard.html",
        shown=shown,
        districts=districts.show_districts(web.store(), at=at, shading=request.args.get("map", "")),
        shadings=districts.SHADINGS,
        stage_names=queries.stage_names(table.find_book(web.store(), at)),
        is_big=request.args.get("screen") == "1",
        labels=labels,
        address_with=web.address_with,
    )


def waiting() -> ResponseReturnValue:
    """List the reports that wait for review."""
    return render_template(
        "projects/waiting.html", rows=queries.list_waiting(web.store()), labels=labels
    )


def export() -> ResponseReturnValue:
    """Send the list as a workbook."""
    asked = LedgerFilter(request.args, asked_day())
    rows = queries.list_all(
        web.store(), current_user.account, asked.wanted, at=asked.at, order=asked.order
    )
    name = gettext("签约项目-%(date)s.xlsx", date=asked.at.isoformat())
    file = sheets.ledger_bytes(web.store(), rows, asked.at)
    return send_file(file, XLSX, as_attachment=True, download_name=name)


def page(code: str) -> ResponseReturnValue:
    """Show a project."""
    return show_page(code)


def new() -> ResponseReturnValue:
    """Enter a project in the ledger."""
    form = forms.NewForm(data=cards.begun(web.store(), request.args.get("request", "")))
    if not form.validate_on_submit():
        return _card_page(form, None)
    code = str(parse_code(form.code.data))
    try:
        told = cards.new_project(web.store(), form, code, today())
        operations.create_project(web.store(), act_of(code, form), **told)
    except (Conflict, NotFound, BadInput) as error:
        return _card_page(form, None, translate(error))
    flash(gettext("项目已登记。"))
    return redirect(url_for("projects.page", code=code))


def edit(code: str) -> ResponseReturnValue:
    """Change a project's card."""
    project = queries.find_project(web.store(), code)
    form = forms.CardForm.of(project) if request.method == "GET" else forms.CardForm()
    if not form.validate_on_submit():
        return _card_page(form, project)
    act = act_of(code, form)
    card = cards.card_of(form, code, project.source, act.version)
    try:
        ties = cards.ties_of(web.store(), form, today())
        operations.save_card(web.store(), act, card=card, ties=ties)
    except (Conflict, NotFound, BadInput) as error:
        return _card_page(form, project, translate(error))
    flash(gettext("已保存。"))
    return redirect(url_for("projects.page", code=code))


def names(kind: str) -> ResponseReturnValue:
    """Offer enterprises or nodes while somebody types."""
    if kind not in naming.OFFERS:
        raise NotFound("没有找到您要的页面，可能已被移除，或网址有误。")
    typed = next((value for key, value in request.args.items()), "")[:LONGEST_TYPED]
    found = naming.OFFERS[kind](web.store(), typed, today())
    return render_template("projects/names.html", found=found, written=naming.written)


def file(evidence_id: str, code: str) -> ResponseReturnValue:
    """Send a file that shows what was reached."""
    shown = project_page.show_project(web.store(), current_user.account, code, at=today())
    found = next((each for each in shown.evidence if each.id == evidence_id), None)
    path = web.config().files / found.sha256 if found else None
    if found is None or path is None or not path.is_file():
        raise NotFound("没有这个文件，可能已被清除。")
    media = attachments.media_type(found.name)
    return send_file(path, media, as_attachment=True, download_name=found.name)


def show_page(code: str, typed: act_forms.ActForm | None = None, problem: str = "") -> str:
    """Render a project's page; ``typed`` keeps what was typed into one of its forms."""
    at = asked_day()
    shown = project_page.show_project(web.store(), current_user.account, code, at=at)
    open_forms = {each.name: each(formdata=None) for each in act_forms.FORMS}
    if typed is not None:
        open_forms[typed.name] = typed
    filling.fill(open_forms, shown, typed)
    return render_template(
        "projects/page.html",
        shown=shown,
        forms=open_forms,
        typed=typed.name if typed is not None else "",
        problem=problem,
        labels=labels,
        accept=attachments.ACCEPT,
        at=at,
        is_past=at != today(),
        stage_names=queries.stage_names(shown.book),
    )


def act_of(code: str, form: forms.CardForm | act_forms.ActForm | forms.QuickForm) -> operations.Act:
    """Tell who acts on which version of a project."""
    version = form.version.data or ""
    if not version.isdecimal():
        raise BadInput("请求不完整或页面已过期，请刷新后重试。")
    return operations.Act(current_user.account, code, int(version), now(), today())


def asked_day() -> date:
    """Read ``?at=``: the ledger as of a day. Raises BadInput."""
    text = request.args.get("at", "").strip()
    return parse_day(text) if text else today()


def _card_page(
    form: forms.CardForm, project: Project | None, problem: str = ""
) -> ResponseReturnValue:
    regions = queries.region_names(web.store())
    form.offer_more()
    if isinstance(form, forms.NewForm):
        form.offer_stages(table.find_book(web.store(), today()).stages)
    form.region.choices = [("", gettext(labels.UNTOLD)), *regions.items()]
    html = render_template("projects/card.html", form=form, project=project, problem=problem)
    return html, 422 if form.errors or problem else 200
