import numpy as np
import pytest
from small_recipes import bakery, make_recipes, places_of

from graph.recommend.evaluation.method import Training
from graph.recommend.materials.method import LearnedMaterials
from graph.recommend.materials.recipes import Recipes
from graph.recommend.materials.training import train_materials

pytestmark = pytest.mark.usefixtures("brief_training")


@pytest.fixture(scope="module")
def recipes() -> Recipes:
    return make_recipes([pair for pair in bakery() if pair != ("绿豆蛋糕", "鸡蛋")], "没有材料的")


def test_equal_seeds_give_equal_models(recipes: Recipes) -> None:
    model, again = train_materials(recipes), train_materials(recipes)
    assert again.order.model_to_string() == model.order.model_to_string()
    assert again.chance.model_to_string() == model.chance.model_to_string()
    assert again.plain.tolist() == model.plain.tolist()
    assert [net.as_record() for net in again.nets] == [net.as_record() for net in model.nets]


def test_links_of_other_types_change_nothing(recipes: Recipes) -> None:
    """Reversed 产品小类 and 下游产品 rows would tell held-out links; they are not read."""
    cake, egg = places_of(recipes, "绿豆蛋糕", "鸡蛋")
    scores = []
    for ends in (np.empty(0, int), np.array([egg])):
        other = np.full(len(ends), cake)
        training = Training(
            tuple(recipes.names.texts),
            recipes.product_places,
            recipes.material_places,
            recipes.candidates,
            hints={"产品小类": (ends, other), "下游产品": (ends, other)},
        )
        method = LearnedMaterials()
        method.fit(training)
        scores.append(method.scores(np.array([cake])).tolist())
    assert scores[0] == scores[1]
