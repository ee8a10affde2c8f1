"""The interface for programs: who is let in, what is told to whom, pages, forms, limits."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from api_reader import Program, give_token
from conftest import Doorman
from flask import Flask
from small_chain import HOSTILE, save_chain, save_makers
from small_conference import CODE, EDIT, NOON, save_conference, save_parties
from small_ledger import new_project, save_places
from small_listing import post, save_map

from chainmatch import create_app
from chainmatch.config import Config
from chainmatch.formats import today
from chainmatch.limits.api_limits import save_per_minute
from chainmatch.rooms.api.budgets import Budgets
from chainmatch.rooms.api.urls import RESOURCES
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.clock import instant_text, now
from graph.domain.conference.meetings import make_meeting
from graph.domain.conference.phases import Phase
from graph.domain.contact import Contact
from graph.domain.listing import ListingKind
from graph.domain.token import Scope, id_of, make_secret
from graph.exchange.cells import restore, split_list
from graph.store import Store
from graph.store.bulk import maps
from graph.store.conference import conferences, timetables
from graph.store.connection import Transaction
from graph.store.followup.project_creation import create_projects
from graph.store.people import accounts, contacts, tokens

BRACES = str.maketrans("<>", "{}")
FORMULA = "=HYPERLINK(1)"
TITLES = ("高新技术企业；省级", "ISO 9001")
SECRETS = ("13800000000", "person@test.example", "不公开的需求", "test:draft", "秘密的链")


@pytest.fixture
def staff(app: Flask, store: Store) -> Program:
    return Program(app, give_token(store, Role.ADMINISTRATOR))


def firm(app: Flask, store: Store, code: str = "name:甲") -> Program:
    return Program(app, give_token(store, Role.ENTERPRISE, enterprise=code))


def told(answer: Any) -> tuple[int, str, str]:
    """Return status, media type and the words of a refusal."""
    assert set(answer.json) == {"type", "title", "status", "detail", "errors"}
    assert answer.json["status"] == answer.status_code
    return answer.status_code, answer.mimetype, answer.json["detail"]


def save_draft(store: Store) -> None:
    """Add a chain that is not public yet to the map, with a node of the public one in it."""
    maps.save_chains(
        store, [{"code": "test:draft", "name": "秘密的链", "published": False, "source": "test"}]
    )
    store.write(
        "MATCH (:Chain {code: 'test:gc'})<-[l:IN_CHAIN]-(n:ChainNode {code: 'test:钢'})"
        " MATCH (d:Chain {code: 'test:draft'})"
        " CREATE (n)-[r:IN_CHAIN]->(d) SET r = properties(l)"
    )


def save_all(store: Store) -> None:
    """Save something of each kind, and beside it what must not be told."""
    save_map(store)
    save_draft(store)
    store.write(
        "MATCH (e:Enterprise {code: 'name:丙'}) SET e.summary = $text, e.certifications = $titles",
        text=FORMULA,
        titles=list(TITLES),
    )
    person = Contact("c1", "王五", "经理", SECRETS[0], SECRETS[1])
    contacts.add_contact(store, "name:乙", person, at=NOON)
    post(store, publish=False, title=SECRETS[2], enterprise="name:乙", kind=ListingKind.OFFER)
    save_places(store)
    create_projects(store, [new_project("p:1"), new_project("p:2")])
    save_conference(store)
    save_parties(store, sellers=2, buyers=2)
    refresh(store)


def crawl(program: Program) -> dict[str, str]:
    """Read all that the interface has, by address."""
    paths = {
        "/chains/test:gc": {},
        "/nodes/test:钢": {},
        "/enterprises/name:乙": {},
        "/recommendations/name:甲": {},
        f"/conferences/{CODE}": {},
        f"/conferences/{CODE}/timetable": {},
        "/projects/p:1": {},
        **{each.path: {} for each in RESOURCES if "<" not in each.path and each.path != "/links"},
    }
    asked = [*paths.items(), *(("/links", {"type": kind}) for kind in ("IN_CHAIN", "MAKES"))]
    return {f"{path} {told}": program.get(path, **told).text for path, told in asked}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-CN", "这个令牌无效：可能写错、已被撤销，或账号已停用。"),
        (
            "en",
            "This token is not valid: it may be mistyped or revoked, or its account is closed.",
        ),
    ],
)
def test_a_token_opens_until_it_is_revoked_or_its_owner_gone(
    app: Flask, store: Store, staff: Program, language: str, words: str
) -> None:
    asked = {"Accept-Language": language}
    assert staff.get("/chains").status_code == 200
    accounts.save_active(store, "administrator-office@test.example", active=False)
    assert told(staff.get("/chains", asked)) == (401, "application/problem+json", words)
    accounts.save_active(store, "administrator-office@test.example", active=True)
    assert staff.get("/chains").status_code == 200
    tokens.delete_token(store, id_of(staff.secret))
    refused = staff.get("/chains", asked)
    assert told(refused)[0] == 401
    assert refused.headers["WWW-Authenticate"] == 'Bearer realm="ChainMatch"'
    assert refused.headers["Content-Language"] == language
    assert told(Program(app, "").get("/chains"))[0] == 401
    assert told(Program(app, "cm_甲").get("/chains"))[0] == 401


def test_a_token_ends_by_itself(staff: Program, store: Store) -> None:
    ended = instant_text(now() - timedelta(seconds=1))
    store.write("MATCH (t:Token) SET t.ends_at = $at", at=ended)
    assert told(staff.get("/chains"))[2] == "这个令牌已到期，请新建一个。"


def test_a_token_opens_no_more_than_its_scopes_and_the_role_of_the_day(
    app: Flask, store: Store
) -> None:
    narrow = Program(app, give_token(store, Role.ANALYST, scopes=[Scope.INDICATORS]))
    assert narrow.get("/indicators").status_code == 200
    assert told(narrow.get("/chains"))[:2] == (403, "application/problem+json")
    store.write("MATCH (u:User) SET u.role = 'enterprise'")
    assert told(narrow.get("/indicators"))[0] == 403
    store.write("MATCH (u:User) SET u.role = 'applicant'")
    assert told(narrow.get("/indicators"))[0] == 403


def test_a_cookie_opens_nothing(doorman: Doorman) -> None:
    client = doorman.client(Role.ADMINISTRATOR)
    answers = {each.name: client.get(each.address.partition("/<")[0]) for each in RESOURCES}
    assert {told(each)[0] for each in answers.values()} <= {401, 404}
    assert told(client.get("/api/v1/chains"))[0] == 401
    written = client.post("/api/v1/chains", json={"code": "x"})
    assert (told(written)[0], "GET" in written.headers["Allow"]) == (405, True)


def test_nobody_is_told_of_contacts_and_unreviewed_offers(
    app: Flask, store: Store, staff: Program
) -> None:
    save_all(store)
    seen = crawl(staff)
    secret = SECRETS[:3]
    assert {key: text for key, text in seen.items() if any(word in text for word in secret)} == {}
    assert "test:draft" in seen["/chains {}"]


def test_a_draft_is_for_the_staff(app: Flask, store: Store) -> None:
    save_all(store)
    program = firm(app, store)
    leaks = {
        key: text for key, text in crawl(program).items() if any(word in text for word in SECRETS)
    }
    assert leaks == {}
    asked = [
        program.get("/chains/test:draft"),
        program.get("/nodes", chain="test:draft"),
        program.get("/enterprises", chain="test:draft"),
        program.get("/search", chain="test:draft"),
        program.get("/recommendations/name:甲", chain="test:draft"),
        program.get("/projects", chain="test:draft"),
    ]
    assert [told(each)[0] for each in asked] == [404] * len(asked)
    assert program.read("/links", type="IN_CHAIN", end="test:draft")["data"] == []


@pytest.mark.parametrize("role", [Role.ENTERPRISE, Role.ORGANIZER, Role.ANALYST])
def test_programs_and_pages_tell_of_the_same(
    app: Flask, store: Store, doorman: Doorman, role: Role
) -> None:
    save_all(store)
    own = "name:卖1" if role == Role.ENTERPRISE else ""
    program = Program(app, give_token(store, role, enterprise=own))
    client = doorman.client(role, enterprise=own)
    known = {
        "/chains": ["test:draft", "test:gc"],
        "/projects": ["p:1", "p:2"],
        "/conferences": [CODE],
    }
    for path, codes in known.items():
        listed = [row["code"] for row in program.read(path)["data"]]
        page = client.get(path).text
        assert listed == [code for code in codes if f'{path}/{code}"' in page], path
        records = [program.get(f"{path}/{code}").status_code for code in codes]
        assert records == [client.get(f"{path}/{code}").status_code for code in codes], path
    board = client.get("/projects/dashboard").status_code
    assert program.get("/indicators").status_code == board


def test_a_timetable_is_told_once_published_to_those_in_it(app: Flask, store: Store) -> None:
    save_conference(store)
    (a, b), (x, _) = save_parties(store, sellers=2, buyers=2)
    slots = conferences.list_slots(store, CODE)
    meetings = [
        make_meeting(a.id, x.id, slots[0].id, "h1/1"),
        make_meeting(b.id, x.id, slots[1].id, "h1/1"),
    ]
    timetables.change_timetable(store, CODE, lambda _: meetings, EDIT, at=NOON)
    path = f"/conferences/{CODE}/timetable"
    organizer = Program(app, give_token(store, Role.ORGANIZER))
    seller = firm(app, store, "name:卖1")
    assert (organizer.read_all(path), seller.read_all(path)) == ([], [])
    timetables.publish(store, CODE, 1, Phase.PUBLISHED, at=NOON)
    assert [(row["starts"], row["table"]) for row in organizer.read_all(path, limit=1)] == [
        ("09:00", "A1"),
        ("09:25", "A1"),
    ]
    (own,) = seller.read_all(path)
    assert {own["a_name"], own["b_name"]} == {"卖1", "买1"}
    save_makers(store, "test:钢", "甲")
    assert told(firm(app, store).get(path))[0] == 404
    assert told(Program(app, give_token(store, Role.ANALYST)).get(path))[0] == 403


def test_an_enterprise_reads_its_own_projects(app: Flask, store: Store) -> None:
    save_places(store)
    save_makers(store, "test:泵", "丙")
    create_projects(store, [new_project("p:1"), new_project("p:2")])
    assert [row["code"] for row in firm(app, store).read_all("/projects", limit=1)] == [
        "p:1",
        "p:2",
    ]
    other = firm(app, store, "name:丙")
    assert other.read("/projects")["data"] == []
    assert told(other.get("/projects/p:1"))[0] == 404
    record = firm(app, store).read("/projects/p:1", at="2026-03-01")
    assert (record["stage"], record["contracted"], record["moves"]) == (
        "signed",
        500_000_000,
        [{"stage": "signed", "day": "2026-01-05"}],
    )
    assert told(firm(app, store).get("/projects/p:1", at="2025-01-01"))[0] == 404


def test_a_unit_reads_the_projects_it_answers_for(app: Flask, store: Store) -> None:
    save_places(store)
    create_projects(store, [new_project("p:1"), new_project("p:2", unit="市商务局")])
    unit = Program(app, give_token(store, Role.UNIT))
    store.write("MATCH (u:User {role: 'unit'}) SET u.unit = '市商务局'")
    assert [row["code"] for row in unit.read_all("/projects")] == ["p:2"]
    assert [unit.get(f"/projects/{code}").status_code for code in ("p:1", "p:2")] == [404, 200]


@pytest.mark.parametrize("path", ["/enterprises", "/search"])
def test_pages_go_on_past_what_was_added_and_removed(
    store: Store, staff: Program, path: str
) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "b", "c", "d")
    refresh(store)
    first = staff.read(path, limit=2)
    assert [row["code"] for row in first["data"]] == ["name:b", "name:c"]
    save_makers(store, "test:钢", "a", "e")
    store.write("MATCH (e:Enterprise {code: 'name:c'}) DETACH DELETE e")
    refresh(store)
    rest = staff.read(path, limit=2, cursor=first["next"])
    assert [row["code"] for row in rest["data"]] == ["name:d", "name:e"]
    assert rest["next"] is None


def test_a_cursor_that_is_none_is_refused(store: Store, staff: Program) -> None:
    wrong = ["x", "%%%", "W10", "Zm9v", "甲"]
    for path in ("/nodes", "/search", "/conferences", "/indicators"):
        answers = [told(staff.get(path, cursor=cursor))[0] for cursor in wrong]
        assert answers == [404] * len(wrong)


def test_csv_tells_the_same_as_json(store: Store, staff: Program) -> None:
    save_all(store)
    for path in ("/enterprises", "/projects", "/chains"):
        answer = staff.get(path, {"Accept": "text/csv"})
        assert answer.mimetype == "text/csv"
        assert answer.data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
        wanted = staff.read(path)["data"]
        assert [restore(row["code"]) for row in rows] == [row["code"] for row in wanted]
        assert [list(row) for row in rows] == [list(row) for row in wanted]
        assert staff.get(path, format="csv").data == answer.data
    (row,) = [
        row
        for row in csv.DictReader(
            io.StringIO(staff.get("/enterprises", format="csv").data.decode("utf-8-sig"))
        )
        if row["code"] == "name:丙"
    ]
    assert (row["summary"], row["founded"]) == (f"'{FORMULA}", "")
    assert split_list(row["certifications"]) == TITLES


def test_a_csv_names_its_next_page_in_the_link(store: Store, staff: Program) -> None:
    save_chain(store)
    answer = staff.get("/nodes", format="csv", limit=2)
    cursor = staff.read("/nodes", limit=2)["next"]
    assert answer.headers["Link"] == (
        f'</api/v1/nodes?format=csv&limit=2&cursor={cursor}>; rel="next"'
    )
    assert "Link" not in staff.get("/nodes", format="csv", limit=3).headers


def test_what_has_not_changed_is_not_sent_again(store: Store, staff: Program) -> None:
    save_chain(store)
    first = staff.get("/nodes")
    again = staff.get("/nodes", {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["RateLimit-Limit"] == "600"
    save_makers(store, "test:new", "甲")
    maps.save_nodes(store, [{"code": "test:新", "name": "新", "kind": "product", "source": "t"}])
    assert staff.get("/nodes", {"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_hostile_code_is_an_address_like_any_other(store: Store, staff: Program) -> None:
    save_chain(store)
    code = HOSTILE.replace("%", "%25").replace("#", "%23").replace("?", "%3F")
    assert staff.read(f"/nodes/{code}")["code"] == HOSTILE


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ({"limit": "0"}, "limit"),
        ({"limit": "501"}, "limit"),
        ({"limit": "two"}, "limit"),
        ({"limit": ["1", "2"]}, "limit"),
        ({"format": "xml"}, "format"),
        ({"at": "30.6.2026"}, "at"),
        ({"at": "null"}, "at"),
        ({"at": "9999-12-31"}, "at"),
        ({"at": "2030-01-01"}, "at"),
        ({"q": "x" * 101}, "q"),
        ({"page": "2"}, "page"),
    ],
)
def test_an_odd_parameter_is_named(staff: Program, asked: dict[str, Any], wrong: str) -> None:
    answer = staff.get("/chains", **asked)
    assert told(answer)[0] == 400
    assert [each["parameter"] for each in answer.json["errors"]] == [wrong]


def test_only_the_ledger_looks_ahead(staff: Program) -> None:
    assert staff.get("/projects", at="2030-01-01").status_code == 200
    assert staff.get("/nodes/test:钢", at="2030-01-01").json["errors"] == [
        {"parameter": "at", "detail": f"日期不能晚于今天（{today().isoformat()}）。"}
    ]


def test_an_odd_parameter_is_explained_in_the_readers_language(staff: Program) -> None:
    answer = staff.get("/links", {"Accept-Language": "en"}, type="X", limit="a")
    assert answer.json["detail"] == "Nothing was done: 1 parameter cannot be used."
    chinese = staff.get("/chains", limit="x")
    assert chinese.json["errors"] == [
        {"parameter": "limit", "detail": "这个参数应为：1 到 500 之间的整数。"}
    ]
    missing = staff.get("/links")
    assert missing.json["errors"] == [{"parameter": "type", "detail": "缺少这个参数。"}]


@pytest.fixture
def second(config: Config) -> Iterator[Flask]:
    """Another process on the same graph."""
    app = create_app(config)
    yield app
    app.extensions["store"].close()


def test_every_refusal_has_one_shape(second: Flask, staff: Program) -> None:
    second.add_url_rule("/api/v1/broken", view_func=lambda: 1 // 0)
    second.config["MAX_CONTENT_LENGTH"] = 100
    client, bearer = second.test_client(), {"Authorization": f"Bearer {staff.secret}"}
    answers = [
        client.get("/api/v1/nothing", headers=bearer),
        client.get("/api/", headers=bearer),
        client.delete("/api/v1/chains", headers=bearer),
        client.get("/api/v1/chains", headers=bearer, data=b"x" * 101),
        client.get("/api/v1/chains", headers=bearer, json={}),
        client.get("/api/v1/broken"),
    ]
    assert [told(each)[:2] for each in answers] == [
        (status, "application/problem+json") for status in (404, 404, 405, 413, 415, 500)
    ]


def test_a_database_that_is_away_is_told_as_a_problem(tmp_path: Path) -> None:
    app = create_app(Config(home=tmp_path))
    answer = Program(app, make_secret()).get("/chains")
    assert told(answer)[:2] == (503, "application/problem+json")
    assert answer.headers["Retry-After"] == "5"


def test_processes_share_the_requests_of_a_minute(
    store: Store, staff: Program, second: Flask
) -> None:
    save_per_minute(store, 100)
    begin = now().replace(second=0)
    budgets = [Budgets(store), Budgets(second.extensions["store"])]
    token_id = id_of(staff.secret)
    spent = [budgets[n % 2].spend(token_id, begin) for n in range(130)]
    assert sum(each.is_granted for each in spent) == 100
    assert (spent[-1].rest, spent[-1].seconds) == (0, 60)
    later = budgets[0].spend(token_id, begin + timedelta(seconds=61))
    assert (later.is_granted, later.rest, later.seconds) == (True, 99, 59)


class CountingStore(Store):
    """A store that counts what is written through it."""

    written = 0

    def transact(self, work: Callable[[Transaction], Any]) -> Any:
        """Count and write."""
        self.written += 1
        return super().transact(work)


def test_most_requests_write_nothing(store: Store, staff: Program) -> None:
    counting = CountingStore(lambda: store.endpoint)
    budget, at = Budgets(counting), now().replace(second=0)
    granted = sum(budget.spend(id_of(staff.secret), at).is_granted for _ in range(700))
    counting.close()
    assert granted == 600
    assert counting.written == 34


def test_too_many_requests_are_told_when_to_come_back(store: Store, staff: Program) -> None:
    save_per_minute(store, 10)
    store.write("MATCH (t:Token) SET t.window = $minute, t.used = 10", minute=minute())
    answer = staff.get("/chains")
    while answer.status_code == 200:  # a new minute began
        store.write("MATCH (t:Token) SET t.window = $minute, t.used = 10", minute=minute())
        answer = staff.get("/chains")
    assert told(answer) == (
        429,
        "application/problem+json",
        "这个令牌本分钟的请求次数已用完，请稍后再试。",
    )
    assert answer.headers["Retry-After"] == answer.headers["RateLimit-Reset"]
    assert (answer.headers["RateLimit-Limit"], answer.headers["RateLimit-Remaining"]) == ("10", "0")


def minute() -> str:
    return now().strftime("%Y-%m-%dT%H:%M")


def test_the_description_names_every_address(app: Flask) -> None:
    client = app.test_client()
    answer = client.get("/api/v1/openapi.json")
    document = answer.json
    assert document["openapi"] == "3.1.0"
    served = {
        rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1/")
    } - {"/api/v1/openapi.json"}
    described = {
        "/api/v1" + path.replace("{code}", "<path:code>" if "conf" not in path else "<code>")
        for path in document["paths"]
    }
    assert described == served
    again = client.get("/api/v1/openapi.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    english = client.get("/api/v1/openapi.json", headers={"Accept-Language": "en"}).json
    assert english["paths"]["/chains"]["get"]["summary"] == "Chains"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reference_is_a_page_that_needs_nobody_else(app: Flask, language: str) -> None:
    page = app.test_client().get("/api", headers={"Accept-Language": language}).text
    shown = [each.address.replace("<path:", "<").translate(BRACES) for each in RESOURCES]
    assert [address for address in shown if f"<code>{address}</code>" not in page] == []
    assert 'src="http' not in page
    assert 'href="http' not in page
