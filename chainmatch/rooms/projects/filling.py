"""What the small forms of a project's page are filled in with before anybody types."""

from collections.abc import Mapping

from chainmatch.formats import today
from chainmatch.rooms.projects.act_forms import (
    ActForm,
    DatedForm,
    EvidenceForm,
    OrderedForm,
    StageForm,
)
from chainmatch.rooms.projects.project_page import ProjectPage


def fill(forms: Mapping[str, ActForm], shown: ProjectPage, typed: ActForm | None) -> None:
    """Fill in what is likeliest: the stage that follows, today; ask for no second signing.

    ``typed`` is the form that came back, and keeps what was typed.
    """
    for form in forms.values():
        if isinstance(form, StageForm | OrderedForm):
            form.offer_stages(shown.book.stages)
            if form is not typed:
                _choose_stage(form, shown)
        if form is not typed and isinstance(form, DatedForm):
            form.day.data = today()
    stage_form = forms[StageForm.name]
    if shown.signings and isinstance(stage_form, StageForm):
        stage_form.leave_out_signing()


def _choose_stage(form: StageForm | OrderedForm, shown: ProjectPage) -> None:
    present = shown.listed.standing.stage
    following = shown.book.stages.next_after(present)
    if isinstance(form, EvidenceForm):
        form.stage.data = present
    elif following:
        form.stage.data = following.key
