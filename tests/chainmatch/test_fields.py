"""No form leaves what is wrong to the words of the library, which are English."""

import importlib
import pkgutil

import pytest
from flask_wtf import FlaskForm
from wtforms import DateField, FieldList
from wtforms.fields.core import UnboundField
from wtforms.validators import Length

from chainmatch import rooms
from chainmatch.fields import DayField

for module in pkgutil.walk_packages(rooms.__path__, "chainmatch.rooms."):
    if module.name.rpartition(".")[2].endswith("forms"):
        importlib.import_module(module.name)


def every_form(form: type) -> set[type]:
    return {form}.union(*map(every_form, form.__subclasses__()))


FORMS = sorted(
    (form for form in every_form(FlaskForm) if form.__module__.startswith("chainmatch.")),
    key=lambda form: f"{form.__module__}.{form.__name__}",
)


def fields_of(form: type) -> dict[str, UnboundField]:
    found = {name: getattr(form, name) for name in dir(form) if not name.startswith("_")}
    return {
        name: each.args[0] if each.field_class is FieldList else each
        for name, each in found.items()
        if isinstance(each, UnboundField)
    }


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.__module__}.{form.__name__}")
def test_lengths_and_days_are_refused_in_our_words(form: type) -> None:
    silent = [
        name
        for name, each in fields_of(form).items()
        for rule in each.kwargs.get("validators", each.args[1] if len(each.args) > 1 else ())
        if isinstance(rule, Length) and rule.message is None
    ]
    foreign = [
        name
        for name, each in fields_of(form).items()
        if issubclass(each.field_class, DateField) and not issubclass(each.field_class, DayField)
    ]
    assert (silent, foreign) == ([], [])


def test_there_are_forms_to_look_at() -> None:
    assert len(FORMS) > 40
