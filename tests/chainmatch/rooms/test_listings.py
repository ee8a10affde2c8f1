import io
import re
from datetime import timedelta

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE, save_makers
from small_listing import NEED, post, save_map
from werkzeug.test import TestResponse

from chainmatch.formats import today
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.clock import now
from graph.domain.listing import Listing, ListingState
from graph.store import Store, audit
from graph.store.bulk import maps
from graph.store.desk import listings
from graph.store.post import notices

ID = "ab" * 16
VALUES = {
    "id": ID,
    "version": "0",
    "kind": "need",
    "node": "钢",
    "title": "求购特种钢",
    "detail": "Q355B",
    "quantity": "１,200.5",
    "unit": "吨",
    "budget": "300,000",
}
PDF = b"%PDF-1.7\n"
NOW = now()


@pytest.fixture
def maker(doorman: Doorman, store: Store) -> FlaskClient:
    """Signed in for 甲, a maker of steel on the small map."""
    save_map(store)
    refresh(store)
    return doorman.client(Role.ENTERPRISE, enterprise="name:甲")


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


def send(client: FlaskClient, *files: tuple[str, bytes], **changed: str) -> TestResponse:
    uploads = [(io.BytesIO(content), name) for name, content in files]
    return client.post("/listings/new", data={**VALUES, **changed, "files": uploads})


def problem(answer: TestResponse) -> str:
    assert answer.status_code == 422
    (words,) = re.findall(r'role="alert">([^<]*)<', answer.text)
    return words


def found(store: Store) -> Listing:
    return listings.find_listing(store, ID)


def decide(client: FlaskClient, action: str, **values: str) -> TestResponse:
    return client.post(f"/listings/{ID}/{action}", data={"version": "1", **values})


def test_a_need_is_posted_reviewed_and_public(
    maker: FlaskClient, organizer: FlaskClient, doorman: Doorman, store: Store
) -> None:
    assert send(maker).location == f"/listings/{ID}"
    posted = found(store)
    assert (posted.node, posted.quantity, posted.budget) == ("test:钢", 1200.5, 300_000)
    assert maker.get("/listings").text.count("求购特种钢") == 0
    assert maker.get("/listings/mine").text.count("求购特种钢") == 1
    assert organizer.get("/listings/review").text.count("求购特种钢") == 1
    assert decide(organizer, "publish").location == "/listings/review"
    other = doorman.client(Role.ANALYST)
    assert other.get("/listings").text.count("求购特种钢") == 1
    page = other.get(f"/listings/{ID}").text
    assert page.count("1,200.5 吨") == 1
    assert page.count('href="/enterprises/name:%E4%B9%99"') == 1  # 乙 makes steel too
    entries = audit.list_entries(store, skip=0, limit=9)
    assert sorted(entry.verb for entry in entries) == ["listing.posted", "listing.published"]


def test_a_refused_need_says_why_and_is_posted_again(
    maker: FlaskClient, organizer: FlaskClient, store: Store
) -> None:
    send(maker)
    assert decide(organizer, "refuse", reason="").status_code == 422
    assert found(store).stored_state == ListingState.PENDING
    decide(organizer, "refuse", reason="请写明规格")
    assert maker.get(f"/listings/{ID}").text.count("退回原因：请写明规格") == 1
    again = {**VALUES, "version": "2", "title": "求购 Q355B"}
    assert maker.post(f"/listings/{ID}/change", data=again).status_code == 302
    assert (found(store).title, found(store).stored_state) == ("求购 Q355B", ListingState.PENDING)


def test_a_double_click_posts_once(maker: FlaskClient, store: Store) -> None:
    assert [send(maker).location for _ in range(2)] == [f"/listings/{ID}"] * 2
    assert listings.count_of(store, "name:甲") == 1
    assert len(audit.list_entries(store, skip=0, limit=9)) == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "", "请填写标题。"),
        ("title", "长" * 61, "标题最多 60 个字。"),
        ("node", "", "请填写产品或链节点。"),
        ("quantity", "很多", "请填写数字，例如 20 或 1.5。"),
        ("quantity", "-1", "数量应是正数，且不超过一万亿。"),
        ("quantity", "nan", "数量应是正数，且不超过一万亿。"),
        ("unit", "", "请填写数量的单位，例如 吨、台、套。"),
        ("budget", "3.5", "请填写以元为单位的整数，例如 300000。"),
        ("budget", "0", "金额应是正整数，且不超过十万亿元。"),
        ("deadline", "2020-01-01", "截止日期应在今天到三年之内。"),
        ("kind", "gift", "请选择供给或需求。"),
    ],
)
def test_each_bad_value_is_named_and_nothing_is_posted(
    maker: FlaskClient, store: Store, field: str, value: str, words: str
) -> None:
    answer = send(maker, **{field: value})
    assert answer.status_code == 422
    assert answer.text.count(words) == 1
    assert answer.text.count('value="吨"') == (field != "unit")
    assert listings.count_of(store, "name:甲") == 0


def test_a_name_that_is_no_node_offers_those_near_to_it(maker: FlaskClient, store: Store) -> None:
    answer = send(maker, node="挖掘机械")
    assert problem(answer) == "没有这个名称的节点，请从下面相近的里选择一个。"
    choice = 'name="node_choice" value="挖掘机 [test:挖掘机]"'
    assert answer.text.count(choice) == 1
    send(maker, node="挖掘机械", node_choice="挖掘机 [test:挖掘机]")
    assert found(store).node == "test:挖掘机"


def test_one_of_two_nodes_of_one_name_is_chosen(maker: FlaskClient, store: Store) -> None:
    maps.save_nodes(store, [{"code": "b:钢", "name": "钢", "kind": "product", "source": "test"}])
    refresh(store)
    answer = send(maker)
    assert problem(answer) == "有多个同名的节点，请从下面选择一个。"
    assert answer.text.count('name="node_choice"') == 2
    assert problem(send(maker, node="zzz")) == "图谱里没有这个产品或节点，请换一个说法。"


def test_files_are_kept_checked_and_sent_to_those_who_may_see(
    maker: FlaskClient, doorman: Doorman, store: Store
) -> None:
    send(maker, ("图纸.pdf", PDF))
    (kept,) = found(store).files
    address = f"/listings/{ID}/files/{kept.sha256}"
    answer = maker.get(address, buffered=True)
    assert (answer.data, answer.mimetype) == (PDF, "application/pdf")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    stranger = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    assert stranger.get(address).status_code == 404
    assert maker.get(f"/listings/{ID}/files/{'0' * 64}").status_code == 404
    again = {**VALUES, "version": "1"}
    maker.post(f"/listings/{ID}/change", data={**again, "kept": kept.sha256})
    assert found(store).files == (kept,)
    maker.post(f"/listings/{ID}/change", data={**again, "version": "2"})
    assert found(store).files == ()


def test_a_bad_file_leaves_nothing(maker: FlaskClient, store: Store) -> None:
    answer = send(maker, ("图纸.pdf", PDF), ("程序.pdf", b"MZ"))
    assert problem(answer) == "附件“程序.pdf”的内容与它的扩展名不符，请检查文件。"
    many = [(f"{number}.pdf", PDF) for number in range(6)]
    assert problem(send(maker, *many)) == "附件最多 5 个。"
    assert listings.count_of(store, "name:甲") == 0
    assert store.read("MATCH (f:File) RETURN f.name AS name") == []


def test_two_people_who_change_one_listing_see_each_other(maker: FlaskClient, store: Store) -> None:
    send(maker)
    first = {**VALUES, "version": "1", "title": "先改的"}
    assert maker.post(f"/listings/{ID}/change", data=first).status_code == 302
    late = maker.post(f"/listings/{ID}/change", data={**first, "title": "后改的"})
    assert problem(late).startswith("您打开之后，这条信息已被别人修改")
    assert (late.text.count("先改的"), late.text.count('value="后改的"')) == (1, 1)
    assert found(store).title == "先改的"
    (version,) = re.findall(r'name="version" type="hidden" value="(\d+)"', late.text)
    maker.post(f"/listings/{ID}/change", data={**first, "version": version, "title": "后改的"})
    assert found(store).title == "后改的"


def test_two_clicks_are_one_act(maker: FlaskClient, organizer: FlaskClient, store: Store) -> None:
    send(maker)
    near_end = (today() + timedelta(days=5)).isoformat()
    changed = {**VALUES, "version": "1", "title": "改过的"}
    for client, act, values in (
        (maker, "change", {**changed, "files": (io.BytesIO(PDF), "图纸.pdf")}),
        (organizer, "refuse", {"version": "2", "reason": "请写明规格"}),
        (maker, "change", {**changed, "version": "3"}),
        (organizer, "publish", {"version": "4"}),
        (maker, "renew", {"version": "5"}),
        (maker, "close", {"version": "6"}),
    ):
        store.write("MATCH (l:Listing) SET l.expires_on = $day", day=near_end)
        for _ in range(2):
            sent = (
                {**values, "files": (io.BytesIO(PDF), "图纸.pdf")} if "files" in values else values
            )
            assert client.post(f"/listings/{ID}/{act}", data=sent).status_code == 302, act
    assert (found(store).version, found(store).files) == (7, ())
    assert len(audit.list_entries(store, skip=0, limit=99)) == 7


def test_others_can_neither_see_nor_change_what_is_not_public(
    maker: FlaskClient, doorman: Doorman, store: Store
) -> None:
    send(maker)
    stranger = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    assert stranger.get(f"/listings/{ID}").status_code == 404
    assert stranger.get("/listings/review").status_code == 403
    assert decide(stranger, "publish").status_code == 403
    assert decide(stranger, "close").status_code == 404
    listings.publish(store, found(store), today=today(), at=NOW)
    assert stranger.get(f"/listings/{ID}").status_code == 200
    assert stranger.get(f"/listings/{ID}/change").status_code == 403
    assert stranger.post(f"/listings/{ID}/close", data={"version": "2"}).status_code == 403


def test_only_enterprises_post(organizer: FlaskClient, store: Store) -> None:
    save_map(store)
    refresh(store)
    assert send(organizer).status_code == 403
    assert organizer.get("/listings/new").status_code == 403


def test_closing_and_renewing(maker: FlaskClient, store: Store) -> None:
    post(store)
    address = f"/listings/{NEED.id}"
    seen = listings.find_listing(store, NEED.id)
    answer = maker.post(f"{address}/renew", data={"version": str(seen.version)})
    assert answer.status_code == 409
    near_end = (today() + timedelta(days=5)).isoformat()
    store.write("MATCH (l:Listing) SET l.expires_on = $day", day=near_end)
    assert maker.get(address).text.count("/renew") == 1
    maker.post(f"{address}/renew", data={"version": str(seen.version)})
    assert listings.find_listing(store, NEED.id).expires_on > near_end
    maker.post(f"{address}/close", data={"version": str(seen.version + 1)})
    assert maker.get(address).text.count("已关闭") == 1
    assert maker.post(f"{address}/close", data={"version": "x"}).status_code == 422


def test_nodes_are_offered_while_typing(maker: FlaskClient) -> None:
    shown = maker.get("/listings/nodes?node=挖掘").text
    assert shown.count('<option value="挖掘机 [test:挖掘机]">工程机械</option>') == 1
    assert maker.get("/listings/nodes").text.strip() == ""


def test_a_link_fills_the_form(maker: FlaskClient, store: Store) -> None:
    save_makers(store, HOSTILE, "丁")
    shown = maker.get("/listings/new?kind=offer&node=钢").text
    assert shown.count('value="钢"') == 1
    assert len(re.findall(r'<input checked[^>]*value="offer"', shown)) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_with_one_and_three_rows(maker: FlaskClient, store: Store, number: int) -> None:
    for place in range(number):
        post(store, id=f"{place:032}", title=f"需求{place}")
    assert maker.get("/listings").text.count('class="card listing"') == number
    assert maker.get("/listings?q=需求0").text.count('class="card listing"') == 1
    assert maker.get("/listings?kind=offer").text.count('class="card listing"') == 0


def test_a_page_beyond_the_end_is_the_last(maker: FlaskClient, store: Store) -> None:
    send(maker)
    assert maker.get("/listings/mine?page=9").text.count("求购特种钢") == 1


def test_public_listings_stand_on_the_pages_of_enterprise_and_node(
    maker: FlaskClient, store: Store
) -> None:
    post(store)
    post(store, id="2" * 32, title="还没公开", publish=False)
    for address in ("/enterprises/name:甲", "/nodes/test:钢"):
        page = maker.get(address).text
        assert (page.count("求购特种钢"), page.count("还没公开")) == (1, 0)
    assert maker.get("/nodes/test:钢").text.count("/listings/new?kind=need") == 1


def test_reviewers_and_the_poster_are_told(
    maker: FlaskClient, organizer: FlaskClient, store: Store
) -> None:
    send(maker)
    assert notices.count_unread_kinds(store, "organizer@test.example") == {"listing": 1}
    decide(organizer, "refuse", reason="请写明规格")
    (told,) = notices.list_notices(store, "enterprise@test.example", skip=0, limit=9)
    assert (str(told.notice.message), told.notice.path) == (
        "“求购特种钢”被退回：请写明规格",
        f"/listings/{ID}",
    )
