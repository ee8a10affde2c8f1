from pathlib import Path

import numpy as np
import pytest
from small_recipes import CAKES, bakery, make_recipes, places_of

from graph.errors import BadInput
from graph.recommend.materials.features import FEATURES, Reader
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.ranker import MaterialRanker
from graph.recommend.materials.recipes import Recipes
from graph.recommend.materials.signals import Signals
from graph.recommend.materials.training import train_materials


@pytest.fixture(scope="module")
def recipes() -> Recipes:
    hidden = ("绿豆蛋糕", "鸡蛋")
    return make_recipes([pair for pair in bakery() if pair != hidden], "没有材料的")


@pytest.fixture(scope="module")
def model(recipes: Recipes) -> MaterialModel:
    return train_materials(recipes)


def best(recipes: Recipes, model: MaterialModel, product: str) -> str:
    (ranked,) = MaterialRanker(recipes, model).rank(places_of(recipes, product))
    return recipes.names.texts[ranked.places[0]]


def test_the_hidden_material_comes_first(recipes: Recipes, model: MaterialModel) -> None:
    assert best(recipes, model, "绿豆蛋糕") == "鸡蛋"


def test_every_feature_is_read_and_has_its_reason(recipes: Recipes, model: MaterialModel) -> None:
    found = Reader(Signals(recipes)).find(places_of(recipes, "绿豆蛋糕"))
    assert found.table().shape == (len(found.rows), len(FEATURES))
    assert all(sentence.template for sentence in FEATURES.values())
    cake, egg = places_of(recipes, "绿豆蛋糕", "鸡蛋")
    reasons = MaterialRanker(recipes, model).explain(int(cake), int(egg))
    assert 1 <= len(reasons) <= 3
    assert [each for each in reasons if each not in FEATURES.values()] == []


def test_a_model_outlives_its_file(recipes: Recipes, model: MaterialModel, tmp_path: Path) -> None:
    model.save(tmp_path / "materials.json")
    table = Reader(Signals(recipes)).find(places_of(recipes, "绿豆蛋糕")).table()
    read = MaterialModel.load(tmp_path / "materials.json")
    assert read.score(table).tolist() == model.score(table).tolist()


def test_a_model_for_other_features_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "materials.json"
    path.write_text('{"format": 1, "features": ["other"]}', encoding="utf-8")
    with pytest.raises(BadInput):
        MaterialModel.load(path)


def test_too_few_recipes_are_refused() -> None:
    with pytest.raises(BadInput):
        train_materials(make_recipes(CAKES))


def test_hidden_links_leave_no_trace(recipes: Recipes) -> None:
    """Features of a pair are the same whether its link was hidden or has never been."""
    cake, egg = places_of(recipes, "绿豆糕", "米粉")
    is_pair = (recipes.product_places == cake) & (recipes.material_places == egg)
    never = Recipes(
        recipes.names,
        recipes.product_places[~is_pair],
        recipes.material_places[~is_pair],
        recipes.candidates,
    )
    tables = [
        Reader(Signals(each)).find(np.array([cake])).table()
        for each in (recipes.keep(~is_pair), never)
    ]
    assert tables[0].tolist() == tables[1].tolist()
    assert egg in Reader(Signals(never)).find(np.array([cake])).columns
