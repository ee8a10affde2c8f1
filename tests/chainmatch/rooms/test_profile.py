import re

import pytest
import small_request
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE
from small_listing import save_map
from werkzeug.test import TestResponse

from chainmatch.formats import today
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.audit import Verb
from graph.domain.profile import Basics
from graph.domain.proposal import ProposalState
from graph.store import Store, audit
from graph.store.bulk import maps
from graph.store.desk import own_profiles, proposals
from graph.store.map import enterprises
from graph.store.people import contacts
from graph.store.work import jobs

CODE = "name:甲"
ID = "ab" * 16
BASICS = {
    "version": "0",
    "short_name": "甲钢",
    "name_en": "Jia Steel",
    "region": "岳麓区",
    "size": "medium",
    "founded": "２００８年",
    "website": "https://jia.example",
    "titles": ["高新技术企业"],
    "certificates": "ISO 9001；IATF 16949；ISO 9001",
    "summary": "炼特种钢，供长沙的主机厂。",
}
LI = {"id": ID, "version": "0", "name": "李敏", "phone": "0731-88880000 转 8012"}
DECISION = {"version": "1", "name": "电动缸", "chain": "", "stage": "upstream"}
WISH = {"id": ID, "name": "电动缸", "note": "直线执行器", "share": "30%", "capacity": "2 万台"}


@pytest.fixture
def maker(doorman: Doorman, store: Store) -> FlaskClient:
    """Signed in for 甲, a maker of steel on the small map."""
    save_map(store)
    place = {"code": "430104", "name": "岳麓区", "level": "district", "source": "test"}
    maps.save_regions(store, [place])
    refresh(store)
    return doorman.client(Role.ENTERPRISE, enterprise=CODE)


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


def problem(answer: TestResponse) -> str:
    assert answer.status_code == 422
    (words,) = re.findall(r'(?:role="alert">|invalid-feedback[^>]*>)([^<]+)<', answer.text)
    return words


def basics(store: Store) -> Basics:
    return own_profiles.find_profile(store, CODE).basics


def products(store: Store) -> list[tuple[str, float | None, str]]:
    made = enterprises.list_products(store, CODE, at=today(), only_published=False)
    return [(each.code, each.share, each.capacity) for each in made]


def verbs(store: Store) -> list[str]:
    entries = audit.list_about(store, CODE, list(Verb), skip=0, limit=99)
    return [entry.verb for entry in reversed(entries)]


def test_plain_facts_are_told_and_shown_with_who_changed_what(
    maker: FlaskClient, store: Store
) -> None:
    answer = maker.post("/profile/basics", data=BASICS)
    assert answer.location == "/profile"
    assert basics(store) == Basics(
        "甲钢",
        "Jia Steel",
        "medium",
        2008,
        "https://jia.example",
        "430104",
        ("高新技术企业", "ISO 9001", "IATF 16949"),
        "炼特种钢，供长沙的主机厂。",
    )
    assert [job.kind for job in jobs.list_jobs(store, ["map-refresh"], skip=0, limit=9)] == [
        "map-refresh"
    ]
    history = maker.get("/profile/history").text
    assert history.count("<dt>") == 8
    assert history.count("<del>小型</del> → <ins>中型</ins>") == 1
    assert history.count("enterprise@test.example") == 1
    assert maker.get(f"/enterprises/{CODE}").text.count("IATF 16949") == 1


def test_saving_the_same_again_is_no_change(maker: FlaskClient, store: Store) -> None:
    maker.post("/profile/basics", data=BASICS)
    maker.post("/profile/basics", data={**BASICS, "version": "1"})
    assert verbs(store) == [Verb.PROFILE_CHANGED]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"region": "火星"}, "没有“火星”这个地区，请从提示里选。"),
        ({"founded": "去年"}, "不是数字"),
        ({"website": "javascript:alert(1)"}, "不是网址：请写成 https://www.example.com"),
        ({"size": "giant"}, "请从列表中选择。"),
        ({"short_name": "甲" * 121}, "内容太长，请写短一些。"),
        ({"summary": "炼\x07钢"}, "含有不可见的控制字符 U+0007，请删除"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_saved(
    maker: FlaskClient, store: Store, changed: dict[str, str], words: str
) -> None:
    before = basics(store)
    assert problem(maker.post("/profile/basics", data={**BASICS, **changed})) == words
    assert (basics(store), verbs(store)) == (before, [])


def test_two_regions_of_one_name_must_be_told_apart(maker: FlaskClient, store: Store) -> None:
    twin = {"code": "1", "name": "岳麓区", "level": "district", "source": "test"}
    maps.save_regions(store, [twin])
    answer = maker.post("/profile/basics", data=BASICS)
    assert problem(answer) == "有多个同名的地区，请从提示里选一个。"
    maker.post("/profile/basics", data={**BASICS, "region": "岳麓区 [430104]"})
    assert basics(store).region == "430104"


def test_the_second_of_two_who_edit_sees_what_stands_and_loses_nothing(
    maker: FlaskClient, store: Store
) -> None:
    maker.post("/profile/basics", data=BASICS)
    answer = maker.post("/profile/basics", data={**BASICS, "summary": "别的话"})
    assert problem(answer) == "您打开之后，企业资料已被别人修改。请核对最新内容后再操作。"
    assert (answer.text.count("炼特种钢，供长沙的主机厂。"), answer.text.count("别的话")) == (1, 1)
    assert answer.text.count('name="version" type="hidden" value="1"') == 1
    assert basics(store).summary == "炼特种钢，供长沙的主机厂。"


def test_the_second_sees_each_fact_that_the_other_changed(maker: FlaskClient) -> None:
    maker.post("/profile/basics", data=BASICS)
    answer = maker.post("/profile/basics", data={**BASICS, "region": "", "size": "", "founded": ""})
    (standing,) = re.findall(r'aria-label="现在保存的内容">(.*?)</section>', answer.text, re.S)
    assert [standing.count(each) for each in ("岳麓区", "中型", "2008")] == [1, 1, 1]


def test_two_clicks_on_save_are_one_change(maker: FlaskClient, store: Store) -> None:
    product = {"version": "1", "node": "挖掘机", "share": "60%", "capacity": "1 万台"}
    contact = {**LI, "version": "1", "phone": "13900000000"}
    removal = {"version": "2", "node": "test:挖掘机"}
    for path, data in (
        ("/profile/basics", BASICS),
        ("/profile/product", product),
        ("/profile/product/remove", removal),
        ("/profile/contact", LI),
        (f"/profile/contact?id={ID}", contact),
        ("/profile/contact/remove", {"id": ID, "version": "2"}),
    ):
        assert [maker.post(path, data=data).status_code for _ in range(2)] == [302, 302]
    assert verbs(store) == [
        Verb.PROFILE_CHANGED,
        Verb.PRODUCT_STATED,
        Verb.PRODUCT_REMOVED,
        Verb.CONTACT_ADDED,
        Verb.CONTACT_CHANGED,
        Verb.CONTACT_REMOVED,
    ]


def test_the_second_who_states_a_product_sees_what_the_first_said(
    maker: FlaskClient, store: Store
) -> None:
    told = {"version": "0", "node": "挖掘机", "share": "60%", "capacity": "1 万台"}
    maker.post("/profile/product", data=told)
    answer = maker.post("/profile/product", data={**told, "share": "5%"})
    assert problem(answer) == "您打开之后，企业资料已被别人修改。请核对最新内容后再操作。"
    (standing,) = re.findall(r'aria-label="现在保存的内容">(.*?)</section>', answer.text, re.S)
    assert [standing.count(each) for each in ("60%", "1 万台")] == [1, 1]
    assert products(store)[0] == ("test:挖掘机", 0.6, "1 万台")


def test_a_product_is_added_changed_and_removed(maker: FlaskClient, store: Store) -> None:
    told = {"version": "0", "node": "挖掘机", "share": "60%", "capacity": "1 万台"}
    assert maker.post("/profile/product", data=told).location == "/profile#products"
    assert products(store) == [("test:挖掘机", 0.6, "1 万台"), ("test:钢", 0.4, "")]
    form = maker.get("/profile/product?node=test:挖掘机").text
    assert (form.count('value="60%"'), form.count('value="1 万台"')) == (1, 1)
    change = {"version": "1", "node": "挖掘机 [test:挖掘机]", "share": "0.7", "capacity": ""}
    maker.post("/profile/product?node=test:挖掘机", data=change)
    assert products(store)[0] == ("test:挖掘机", 0.7, "")
    gone = {"version": "2", "node": "test:钢"}
    assert maker.post("/profile/product/remove", data=gone).location == "/profile#products"
    assert products(store) == [("test:挖掘机", 0.7, "")]
    assert verbs(store) == [Verb.PRODUCT_STATED, Verb.PRODUCT_STATED, Verb.PRODUCT_REMOVED]
    assert maker.get("/profile/history").text.count("<del>60%</del> → <ins>70%</ins>") == 1


def test_an_unclear_product_is_asked_for_again(maker: FlaskClient, store: Store) -> None:
    unknown = maker.post("/profile/product", data={"version": "0", "node": "飞碟"})
    assert problem(unknown) == "图谱里没有这个产品或节点，请换一个说法。"
    assert unknown.text.count("/profile/proposal?name=%E9%A3%9E%E7%A2%9F") == 1
    share = maker.post("/profile/product", data={"version": "0", "node": "钢", "share": "3.5"})
    assert problem(share) == "应在 0 到 1 之间，也可写成百分数，例如 35%"
    old = maker.post("/profile/product", data={"version": "7", "node": "挖掘机"})
    assert problem(old) == "您打开之后，企业资料已被别人修改。请核对最新内容后再操作。"
    assert products(store) == [("test:钢", 0.4, "")]


def test_a_hostile_node_code_finds_its_form(maker: FlaskClient) -> None:
    maker.post("/profile/product", data={"version": "0", "node": f"泵 [{HOSTILE}]", "share": "1%"})
    (address,) = re.findall(
        r'href="(/profile/product\?node=[^"]*%23[^"]*)"', maker.get("/profile").text
    )
    assert maker.get(address.replace("&amp;", "&")).text.count('value="1%"') == 1


def test_contacts_are_seen_by_their_own_people_and_organizers_only(
    maker: FlaskClient, organizer: FlaskClient, doorman: Doorman, store: Store
) -> None:
    assert maker.post("/profile/contact", data=LI).location == "/profile#contacts"
    maker.post("/profile/contact", data=LI)
    assert [each.name for each in contacts.list_contacts(store, CODE)] == ["李敏"]
    other = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    analyst = doorman.client(Role.ANALYST)
    page = f"/enterprises/{CODE}"
    shown = [each.get(page).text.count("李敏") for each in (maker, organizer, other, analyst)]
    assert shown == [1, 1, 0, 0]
    assert verbs(store) == [Verb.CONTACT_ADDED]
    assert maker.get("/profile/history").text.count("李敏") == 0


def test_whom_one_accepted_sees_whom_to_call(
    maker: FlaskClient, doorman: Doorman, store: Store
) -> None:
    maker.post("/profile/contact", data=LI)
    sent = small_request.send(store)
    other = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    third = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    page = f"/enterprises/{CODE}"
    assert [each.get(page).text.count("李敏") for each in (other, third)] == [0, 0]
    small_request.accept(store, sent)
    assert [each.get(page).text.count("李敏") for each in (other, third)] == [1, 0]


def test_a_contact_is_changed_and_removed(maker: FlaskClient, store: Store) -> None:
    maker.post("/profile/contact", data=LI)
    change = {**LI, "version": "1", "phone": "13900000000"}
    maker.post(f"/profile/contact?id={ID}", data=change)
    late = maker.post(f"/profile/contact?id={ID}", data={**change, "phone": "138"})
    assert late.status_code == 422
    assert contacts.find_contact(store, CODE, ID).phone == "13900000000"
    assert maker.get(f"/profile/contact?id={'0' * 32}").status_code == 404
    stale = maker.post("/profile/contact/remove", data={"id": ID, "version": "1"})
    assert (stale.status_code, len(contacts.list_contacts(store, CODE))) == (409, 1)
    maker.post("/profile/contact/remove", data={"id": ID, "version": "2"})
    assert contacts.list_contacts(store, CODE) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": " "}, "请填写姓名。"),
        ({"phone": ""}, "电话和邮箱至少填一项。"),
        ({"phone": "明天再说"}, "请填写电话号码，例如 0731-88880000 转 8012。"),
        ({"email": "li@"}, "请填写邮箱地址，例如 li@example.com。"),
    ],
)
def test_a_contact_must_be_reachable(
    maker: FlaskClient, store: Store, changed: dict[str, str], words: str
) -> None:
    assert problem(maker.post("/profile/contact", data={**LI, **changed})) == words
    assert contacts.list_contacts(store, CODE) == []


def test_a_missing_node_is_proposed_and_accepted(
    maker: FlaskClient, organizer: FlaskClient, store: Store
) -> None:
    assert maker.post("/profile/proposal", data=WISH).location == "/profile#proposals"
    maker.post("/profile/proposal", data=WISH)
    assert organizer.get("/proposals").text.count("电动缸") == 1
    assert organizer.get(f"/proposals/{ID}").text.count("直线执行器") == 1
    accept = {
        "version": "1",
        "decision": "new",
        "name": "电动缸",
        "name_en": "Electric cylinder",
        "chain": "test:gc",
        "stage": "upstream",
    }
    assert organizer.post(f"/proposals/{ID}", data=accept).location == "/proposals"
    decided = proposals.find_proposal(store, ID)
    assert products(store) == [("test:钢", 0.4, ""), (decided.node, 0.3, "2 万台")]
    assert maker.get("/profile").text.count("已采纳") == 1
    again = organizer.post(f"/proposals/{ID}", data=accept)
    assert again.status_code == 422
    assert verbs(store) == [Verb.NODE_PROPOSED, Verb.NODE_ACCEPTED]


def test_a_proposal_is_refused_with_a_reason(
    maker: FlaskClient, organizer: FlaskClient, store: Store
) -> None:
    maker.post("/profile/proposal", data=WISH)
    silent = organizer.post(f"/proposals/{ID}", data={**DECISION, "decision": "refuse"})
    assert problem(silent) == "请写明原因，企业会看到。"
    refusal = {**DECISION, "decision": "refuse", "reason": "与“直线执行器”重复"}
    organizer.post(f"/proposals/{ID}", data=refusal)
    assert proposals.find_proposal(store, ID).state == ProposalState.REFUSED
    assert maker.get("/profile").text.count("原因：与“直线执行器”重复") == 1


def test_a_proposal_may_mean_a_node_that_is_there(
    maker: FlaskClient, organizer: FlaskClient, store: Store
) -> None:
    maker.post("/profile/proposal", data=WISH)
    known = {**DECISION, "decision": "known", "node": "挖掘机"}
    organizer.post(f"/proposals/{ID}", data=known)
    assert products(store)[1] == ("test:挖掘机", 0.3, "2 万台")


def test_an_organizer_acts_for_an_enterprise_on_record(
    maker: FlaskClient, organizer: FlaskClient, store: Store
) -> None:
    address = "/profile/basics?enterprise=name:甲"
    assert organizer.get(address).text.count("您正在代“甲”操作") == 1
    assert organizer.post(address, data=BASICS).location == "/profile?enterprise=name:%E7%94%B2"
    assert maker.get("/profile/history").text.count("organizer@test.example") == 1
    assert organizer.get("/profile").status_code == 422


@pytest.mark.parametrize(
    "path", ["", "/basics", "/history", "/product", "/contact", "/proposal"], ids=str
)
def test_another_enterprises_desk_is_closed(maker: FlaskClient, path: str) -> None:
    assert maker.get(f"/profile{path}?enterprise=name:乙").status_code == 403
    if path not in {"", "/history"}:
        answer = maker.post(f"/profile{path}?enterprise=name:乙", data=BASICS)
        assert answer.status_code == 403


def test_completeness_asks_for_what_helps_most(maker: FlaskClient) -> None:
    page = maker.get("/profile").text
    assert page.count("资料完整度 39%") == 1
    asked = re.findall(r'profile-next">(.*?)</ul>', page, re.S)[0]
    assert re.findall(r"</svg>([^<]+)</a>", asked) == ["添加联系人", "写企业简介", "填所在地"]


def test_organizers_are_not_sent_to_post_what_only_an_enterprise_posts(
    maker: FlaskClient, organizer: FlaskClient
) -> None:
    maker.post("/profile/basics", data=BASICS)
    maker.post("/profile/contact", data=LI)
    doors = [
        "/listings/new" in each.get(f"/profile?enterprise={CODE}").text
        for each in (maker, organizer)
    ]
    assert doors == [True, False]


def test_the_desk_speaks_english(doorman: Doorman, maker: FlaskClient) -> None:
    reader = doorman.client(Role.ENTERPRISE, enterprise=CODE, locale="en")
    page = reader.get("/profile").text
    assert page.count("Profile 39% complete") == 1
