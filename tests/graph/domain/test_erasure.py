"""What is replaced in the properties of a node, and what is not."""

import json

from graph.domain.erasure import Eraser, Person, make_alias

ALIAS = make_alias("a1b2c3d4")
PERSON = Person("li.na@firm.example", "李娜", ALIAS, ("139 0000 1111",))


def test_address_name_and_phone_go_and_the_rest_stays() -> None:
    node = {
        "id": "李娜",
        "by": "li.na@firm.example",
        "words": "李娜（LI.NA@firm.example，139 0000 1111）请求对接",
        "kind": "李娜",
        "count": 3,
        "is_open": True,
        "other": "王芳",
        "list": ["李娜", "x"],
    }
    assert Eraser(PERSON).changes(node, "id") == {
        "by": ALIAS,
        "words": f"{ALIAS}（{ALIAS}，{ALIAS}）请求对接",
        "list": [ALIAS, "x"],
    }


def test_json_is_cleaned_by_value_and_stays_json() -> None:
    told = json.dumps({"李娜": "李娜", "state": "open", "n": [1, None, "li.na@firm.example"]})
    changed = Eraser(PERSON).changes({"id": "1", "after": told}, "id")
    assert json.loads(changed["after"]) == {"李娜": ALIAS, "state": "open", "n": [1, None, ALIAS]}
    broken = {"id": "1", "after": '{"name": 李娜'}
    assert Eraser(PERSON).changes(broken, "id") == {"after": '{"name": ' + ALIAS}


def test_a_latin_name_only_as_a_whole_and_a_single_sign_never() -> None:
    ann = Eraser(Person("a@b.example", "Ann", ALIAS))
    assert ann.changes({"id": "1", "text": "Ann annexed Annapolis, Ann."}, "id") == {
        "text": f"{ALIAS} annexed Annapolis, {ALIAS}."
    }
    assert (
        Eraser(Person("a@b.example", "王", ALIAS)).changes({"id": "1", "text": "王府井"}, "id")
        == {}
    )


def test_once_more_changes_nothing() -> None:
    cleaned = Eraser(PERSON).changes({"id": "1", "text": "李娜 li.na@firm.example"}, "id")
    assert Eraser(PERSON).changes({"id": "1", **cleaned}, "id") == {}
