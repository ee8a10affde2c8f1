"""Every sentence has its English, and no catalogue keeps what nobody says any more."""

import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from flask import Flask

from chainmatch.config import ROOT
from chainmatch.i18n import CATALOGUES, PLACES, gettext, speaking, translate
from graph import errors
from graph.errors import BadInput
from graph.messages import message

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
ERRORS = [name for name, value in vars(errors).items() if isinstance(value, type)]
KEYWORDS = dict.fromkeys(("gettext", "_", "mark", "message", "Message", *ERRORS))
CODE = sorted(path for folder in ("chainmatch", "graph") for path in (ROOT / folder).rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
JINJA = {"extensions": "jinja2.ext.i18n", "trimmed": "false", "silent": "false"}


def sentences() -> dict[str, str]:
    """Map each Chinese sentence of the code and templates to the first place that says it."""
    found: dict[str, str] = {}
    for path in CODE + TEMPLATES:
        is_code = path.suffix == ".py"
        options = {} if is_code else JINJA
        method = "python" if is_code else "jinja2.ext:babel_extract"
        for line, said, _comments, _context in extract_from_file(
            method,
            path,
            keywords=KEYWORDS | ({} if is_code else {"ngettext": (1, 2)}),
            options=options,
        ):
            text = said[0] if isinstance(said, tuple) else said
            if text and CHINESE.search(text):
                found.setdefault(text, f"{path.relative_to(ROOT)}:{line}")
    return found


def catalogue(path: Path) -> dict[str, tuple[str, ...]]:
    """Map each Chinese sentence to its English, or to the singular and the plural of it."""
    with path.open(encoding="utf-8") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    return {forms(entry.id)[0]: forms(entry.string) for entry in entries}


def forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text),)


def english() -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for path in sorted((CATALOGUES / "en").glob("*.po")):
        merged |= catalogue(path)
    return merged


def test_every_sentence_has_its_english() -> None:
    known = {text for text, translated in english().items() if all(translated)}
    assert {text: place for text, place in sentences().items() if text not in known} == {}


def test_no_catalogue_keeps_what_is_not_said() -> None:
    assert set(english()) - set(sentences()) == set()


def test_no_sentence_is_translated_twice() -> None:
    counts = Counter(
        text for path in sorted((CATALOGUES / "en").glob("*.po")) for text in catalogue(path)
    )
    assert {text: count for text, count in counts.items() if count > 1} == {}


def test_translations_fill_the_same_places() -> None:
    wrong = {
        text: translated
        for text, said in english().items()
        for translated in said
        if sorted(PLACES.findall(text)) != sorted(PLACES.findall(translated))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "expected"), [("zh", "请先登录。"), ("en", "Please sign in first.")]
)
def test_gettext_speaks_the_readers_language(language: str, expected: str) -> None:
    with speaking(language):
        assert gettext("请先登录。") == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 enterprises"),
        (1, "1 enterprise"),
        ("1,001", "1,001 enterprises"),
        ("1", "1 enterprise"),
    ],
)
def test_english_counts_one_in_the_singular(number: object, expected: str) -> None:
    with speaking("en"):
        assert gettext("%(number)s 家企业", number=number) == expected


def test_a_template_counts_in_the_singular_and_escapes_what_it_fills_in(app: Flask) -> None:
    source = "{% trans number=1 %}{{ number }} 家企业{% endtrans %} {{ _('%(who)s', who='<b>') }}"
    template = app.jinja_env.from_string("{% autoescape true %}" + source + "{% endautoescape %}")
    with speaking("en"):
        assert template.render() == "1 enterprise &lt;b&gt;"


def test_an_error_is_said_with_its_values() -> None:
    error = BadInput("第 %(row)s 行：%(reason)s", row=3, reason=message("邮箱"))
    with speaking("zh"):
        assert translate(error) == "第 3 行：邮箱"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", "“泵”可以指多家企业：甲、乙。请写完整编码。"),
        ("en", "“泵” may mean several enterprises: 甲, 乙. Give the full code."),
    ],
)
def test_what_stands_in_a_row_has_the_readers_comma(language: str, expected: str) -> None:
    with speaking(language):
        words = message(
            "“%(text)s”可以指多家企业：%(codes)s。请写完整编码。", text="泵", codes=("甲", "乙")
        )
        assert translate(words) == expected
