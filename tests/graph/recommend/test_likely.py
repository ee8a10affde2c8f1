import pytest
from small_map import AT, save_enterprises, save_makes, save_supplies
from small_recipes import bakery, make_recipes

from graph.derive import profiles
from graph.domain.recommendation import PartnerRole, Path, Wish
from graph.recommend import recommend
from graph.recommend.bulk.likely import LEAST_CHANCE, refresh_likely
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.training import train_materials
from graph.store import Store
from graph.store.map.likely_materials import list_likely, replace_likely


@pytest.fixture(scope="module")
def model() -> MaterialModel:
    return train_materials(make_recipes(bakery()))


def save_bakery(store: Store) -> None:
    """Save recipes, a maker of 柠檬蛋糕, of which none is known, and a maker of eggs."""
    save_supplies(store, *((material, product) for product, material in bakery()))
    save_enterprises(store, "烘焙坊", "蛋厂", "面包房")
    save_makes(
        store, ("烘焙坊", "柠檬蛋糕", 0.9), ("蛋厂", "鸡蛋", 0.9), ("面包房", "绿豆面包", 0.9)
    )
    profiles.refresh(store)


def best(store: Store, asker: str, role: PartnerRole) -> list[Path]:
    return [item.paths[0] for item in recommend(store, asker, Wish(role, AT)).items]


def test_what_a_product_is_likely_made_of_leads_to_partners(
    store: Store, model: MaterialModel
) -> None:
    save_bakery(store)
    assert best(store, "name:烘焙坊", PartnerRole.SUPPLIER) == []
    number = refresh_likely(store, model, at=AT)
    likely = list_likely(store)
    assert {each.product for each in likely} == {"test:柠檬蛋糕"}
    assert (likely[0].material, len(likely)) == ("test:鸡蛋", number)
    assert min(each.chance for each in likely) >= LEAST_CHANCE
    (path,) = best(store, "name:烘焙坊", PartnerRole.SUPPLIER)
    assert [(step.link, step.forward, step.end.name) for step in path.steps] == [
        ("MAKES", True, "柠檬蛋糕"),
        ("LIKELY_FOR", False, "鸡蛋"),
        ("MAKES", False, "蛋厂"),
    ]
    step = path.steps[1]
    assert (step.source, step.as_of, step.confidence) == ("materials-2", AT, likely[0].chance)
    (path,) = best(store, "name:蛋厂", PartnerRole.CUSTOMER)
    assert [step.end.name for step in path.steps] == ["鸡蛋", "柠檬蛋糕", "烘焙坊"]


def test_the_next_model_takes_the_place_of_what_the_last_one_said(
    store: Store, model: MaterialModel
) -> None:
    save_bakery(store)
    refresh_likely(store, model, at=AT)
    kept = list_likely(store)[:1]
    replace_likely(store, kept, version="materials-3", as_of=AT)
    assert list_likely(store) == kept
