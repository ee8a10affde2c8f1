import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from conftest import Doorman
from docx import Document
from flask.testing import FlaskClient
from small_ledger import new_project, save_places, save_project

from chainmatch.documents import fonts
from chainmatch.formats import today
from chainmatch.rooms.bulletins import operations
from chainmatch.wording.city import City, save_city
from graph.domain.account import Account, Role
from graph.domain.bulletin import Audience, BulletinState
from graph.domain.clock import now
from graph.errors import BadInput, Conflict
from graph.store import Store, settings
from graph.store.followup import bulletins, project_creation, project_records

DAY = "2026-03-31"
ID = "2026-03-1"
ORGANIZER = Account("organizer@test.example", "o", Role.ORGANIZER)
ADMINISTRATOR = Account("administrator@test.example", "a", Role.ADMINISTRATOR)


@pytest.fixture
def organizer(doorman: Doorman, store: Store) -> FlaskClient:
    save_project(store)
    return doorman.client(Role.ORGANIZER)


@pytest.fixture
def administrator(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ADMINISTRATOR)


def test_a_bulletin_is_drafted_edited_approved_and_published(
    organizer: FlaskClient, administrator: FlaskClient, client: FlaskClient
) -> None:
    assert "起草通报" in organizer.get("/bulletins").text
    answer = organizer.post("/bulletins", data={"day": DAY})
    assert answer.location == f"/bulletins/{ID}/edit"
    form = organizer.get(answer.location).text
    assert "全市累计签约项目 1 个，签约金额 5.00 亿元，到位资金 1.00 亿元，资金到位率 20%" in form
    assert client.get(f"/bulletins/{ID}").status_code == 404
    told = {"version": "1", "title": "三月通报", "opening": "总的来说，很好。"}
    assert organizer.post(f"/bulletins/{ID}/edit", data=told).status_code == 302
    assert organizer.post(f"/bulletins/{ID}/approve", data={"version": "2"}).status_code == 403
    assert organizer.post(f"/bulletins/{ID}/send", data={"version": "2"}).status_code == 302
    decision = {"version": "3", "audience": "public"}
    assert administrator.post(f"/bulletins/{ID}/approve", data=decision).status_code == 302
    page = client.get(f"/bulletins/{ID}").text
    assert "总的来说，很好。" in page
    assert "岳麓区" in page
    assert 'href="/projects/' not in page
    assert "三月通报" in client.get("/bulletins").text
    assert 'href="/projects/p:1"' not in client.get(f"/bulletins/{ID}").text


def test_a_staff_bulletin_is_hidden_from_others(
    doorman: Doorman, organizer: FlaskClient, store: Store, client: FlaskClient
) -> None:
    freeze(store, Audience.STAFF)
    enterprise = doorman.client(Role.ENTERPRISE, enterprise="name:甲")
    for reader, status in ((client, 404), (enterprise, 404), (organizer, 200)):
        for ending in ("", ".docx", ".pdf"):
            assert reader.get(f"/bulletins/{ID}{ending}").status_code == status
    assert "还没有通报" in client.get("/bulletins").text
    assert organizer.post(f"/bulletins/{ID}/audience").status_code == 403


def test_a_frozen_bulletin_never_changes_when_data_do(organizer: FlaskClient, store: Store) -> None:
    freeze(store)
    before, shown = bulletins.find_bulletin(store, ID), sheet(organizer)
    more = [new_project(f"p:{number}") for number in (2, 3)]
    project_creation.create_projects(store, more)
    arrival = project_records.Arrival("late", "2026-03-30", 5)
    project_records.add_record(store, "p:1", lambda _n: arrival, version=None, at=now())
    mark = settings.mark_settings(store, "city.")
    save_city(store, City("别的市", "Another City", "平台", "Platform"), seen=mark)
    after = bulletins.find_bulletin(store, ID)
    assert (after, after.is_intact) == (before, True)
    assert sheet(organizer) == shown
    told = {"version": str(after.version), "title": "别的"}
    assert organizer.post(f"/bulletins/{ID}/edit", data=told).status_code == 409
    for act in ("figures", "send"):
        answer = organizer.post(f"/bulletins/{ID}/{act}", data={"version": str(after.version)})
        assert answer.status_code == 409
    assert bulletins.find_bulletin(store, ID) == before


def test_a_tampered_bulletin_is_told(organizer: FlaskClient, store: Store) -> None:
    freeze(store)
    store.write("MATCH (b:Bulletin) SET b.content = replace(b.content, '500000000', '900000000')")
    assert bulletins.find_bulletin(store, ID).is_intact is False
    assert "内容与批准时的校验码不符" in organizer.get(f"/bulletins/{ID}").text


def test_a_correction_is_a_new_edition_and_the_old_stays(
    organizer: FlaskClient, store: Store
) -> None:
    freeze(store)
    old = bulletins.find_bulletin(store, ID)
    assert organizer.post("/bulletins", data={"day": DAY}).status_code == 422
    answer = organizer.post("/bulletins", data={"day": DAY, "reason": "漏了一笔资金"})
    assert answer.location == "/bulletins/2026-03-2/edit"
    new = bulletins.find_bulletin(store, "2026-03-2")
    assert (new.edition, new.corrects, new.reason) == (2, ID, "漏了一笔资金")
    assert bulletins.find_bulletin(store, ID) == old
    assert "本版更正第 1 版" in organizer.get("/bulletins/2026-03-2").text
    again = organizer.post("/bulletins", data={"day": DAY, "reason": "又来"})
    assert (again.status_code, "已有一份草稿" in again.text) == (409, True)


def test_of_two_editors_the_second_is_told(organizer: FlaskClient, store: Store) -> None:
    organizer.post("/bulletins", data={"day": DAY})
    first = {"version": "1", "title": "第一位写的"}
    assert organizer.post(f"/bulletins/{ID}/edit", data=first).status_code == 302
    answer = organizer.post(f"/bulletins/{ID}/edit", data={**first, "title": "第二位写的"})
    assert answer.status_code == 409
    assert "第一位写的" in answer.text
    assert "第二位写的" in answer.text
    assert bulletins.find_bulletin(store, ID).texts["title"] == "第一位写的"


def test_nobody_approves_what_they_sent(administrator: FlaskClient, store: Store) -> None:
    save_project(store)
    administrator.post("/bulletins", data={"day": DAY})
    administrator.post(f"/bulletins/{ID}/send", data={"version": "1"})
    decision = {"version": "2", "audience": "staff"}
    assert administrator.post(f"/bulletins/{ID}/approve", data=decision).status_code == 403


def test_it_is_sent_back_with_a_reason(
    organizer: FlaskClient, administrator: FlaskClient, store: Store
) -> None:
    organizer.post("/bulletins", data={"day": DAY})
    organizer.post(f"/bulletins/{ID}/send", data={"version": "1"})
    assert administrator.post(f"/bulletins/{ID}/back", data={"version": "2"}).status_code == 422
    told = {"version": "2", "reason": "数字要核对"}
    assert administrator.post(f"/bulletins/{ID}/back", data=told).status_code == 302
    assert bulletins.find_bulletin(store, ID).state == BulletinState.DRAFT
    assert "数字要核对" in organizer.get(f"/bulletins/{ID}").text


def test_figures_are_gathered_again_and_own_words_stay(
    organizer: FlaskClient, store: Store
) -> None:
    organizer.post("/bulletins", data={"day": DAY})
    draft = bulletins.find_bulletin(store, ID)
    texts = {**draft.texts, "closing": "自己写的"}
    operations.edit(store, actor=ORGANIZER, bulletin=draft, texts=texts, now=now())
    project_creation.create_projects(store, [new_project("p:2")])
    organizer.post(f"/bulletins/{ID}/figures", data={"version": "2"})
    renewed = bulletins.find_bulletin(store, ID)
    assert renewed.content.signed == 2
    assert "累计签约项目 2 个" in renewed.texts["opening"]
    assert renewed.texts["closing"] == "自己写的"


def test_an_english_reader_renews_a_chinese_draft_in_chinese(
    organizer: FlaskClient, doorman: Doorman, store: Store
) -> None:
    organizer.post("/bulletins", data={"day": DAY})
    project_creation.create_projects(store, [new_project("p:2")])
    english = doorman.client(Role.ORGANIZER, locale="en")
    assert english.post(f"/bulletins/{ID}/figures", data={"version": "1"}).status_code == 302
    assert "累计签约项目 2 个" in bulletins.find_bulletin(store, ID).texts["opening"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("", "请填写。"),
        ("2025-01-31", "以前没有签约项目"),
        ((today() + timedelta(1)).isoformat(), "不能晚于今天"),
    ],
)
def test_a_day_without_a_ledger_is_refused(organizer: FlaskClient, day: str, words: str) -> None:
    answer = organizer.post("/bulletins", data={"day": day})
    assert answer.status_code == 422
    assert day == "" or words in answer.text


def test_the_next_bulletin_counts_from_the_one_before(store: Store) -> None:
    save_places(store)
    started = new_project("p:2", ("2026-01-05", "signed"), ("2026-04-10", "started"))
    project_creation.create_projects(store, [new_project("p:1"), started])
    freeze(store)
    april = operations.draft(store, actor=ORGANIZER, at=date(2026, 4, 30), now=now())
    assert april.content.since == DAY
    assert [(line.code, line.before, line.stage) for line in april.content.moved] == [
        ("p:2", "signed", "started")
    ]
    (district,) = april.content.districts
    assert (district.signed, district.started, district.rise) == (2, 1, 0.5)
    assert "新签约 0 个，新开工 1 个" in april.texts["moved"]


def test_what_ended_since_is_still_told_as_started(store: Store) -> None:
    save_places(store)
    moves = (("2026-01-05", "signed"), ("2026-02-10", "started"), ("2026-03-10", "ended"))
    late = (("2026-01-05", "signed"), ("2026-03-10", "started"), ("2026-03-20", "ended"))
    made = [new_project("p:1", *moves), new_project("p:2", *late)]
    project_creation.create_projects(store, made)
    march = operations.draft(store, actor=ORGANIZER, at=date.fromisoformat(DAY), now=now())
    assert march.content.fresh == {"signed": 0, "started": 1, "producing": 0}


def test_the_documents_say_the_same(organizer: FlaskClient, store: Store) -> None:
    freeze(store)
    sent = organizer.get(f"/bulletins/{ID}.docx")
    document = Document(io.BytesIO(sent.data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert bulletins.find_bulletin(store, ID).texts["opening"] in [
        paragraph.text for paragraph in document.paragraphs
    ]
    assert {"岳麓区", "市工信局", "1.00 亿元 / 5.00 亿元"} <= set(cells)
    pdf = organizer.get(f"/bulletins/{ID}.pdf")
    assert pdf.data.startswith(b"%PDF-1.")
    assert pdf.data == organizer.get(f"/bulletins/{ID}.pdf").data


def test_without_a_chinese_font_it_is_said(tmp_path: object) -> None:
    with pytest.raises(BadInput, match="没有中文字体"):
        fonts.find_font(())


def test_it_is_said_in_english(doorman: Doorman, store: Store) -> None:
    save_project(store)
    client = doorman.client(Role.ORGANIZER, locale="en")
    client.post("/bulletins", data={"day": DAY})
    page = client.get(f"/bulletins/{ID}").text
    assert "1. Overview" in page
    assert "projects signed:" in page


def test_two_who_approve_freeze_it_once(store: Store) -> None:
    save_project(store)
    sent = send(store)
    bulletins.freeze(store, sent, audience=Audience.STAFF, by="a", at=now())
    with pytest.raises(Conflict):
        bulletins.freeze(store, sent, audience=Audience.PUBLIC, by="b", at=now())
    assert bulletins.find_bulletin(store, ID).frozen_by == "a"


def sheet(client: FlaskClient) -> str:
    return client.get(f"/bulletins/{ID}").text.partition("<article")[2].partition("</article")[0]


def send(store: Store) -> bulletins.Bulletin:
    made = operations.draft(store, actor=ORGANIZER, at=date.fromisoformat(DAY), now=now())
    operations.send(store, actor=ORGANIZER, bulletin=made, now=now())
    return replace(made, state=BulletinState.SENT, version=2)


def freeze(store: Store, audience: Audience = Audience.PUBLIC) -> None:
    sent = bulletins.find_bulletin(store, send(store).id)
    operations.approve(store, actor=ADMINISTRATOR, bulletin=sent, audience=audience, now=now())
