from flask.testing import FlaskClient


def test_a_fragment_of_a_signed_out_person_leads_back_to_the_page_around_it(
    client: FlaskClient,
) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://localhost/settings/demo"}
    answer = client.get("/jobs/1", headers=headers)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (
        401,
        "/sign-in?next=/settings/demo",
    )


def test_a_program_gets_its_error_as_json(client: FlaskClient) -> None:
    answer = client.get("/nothing", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.get_json()["error"]["status"]) == (404, 404)


def test_an_error_page_is_headed_by_what_happened(client: FlaskClient) -> None:
    page = client.get("/nothing").text
    assert (
        page.count("<h1") == page.count(">没有找到您要的页面，可能已被移除，或网址有误。</h1>") == 1
    )
