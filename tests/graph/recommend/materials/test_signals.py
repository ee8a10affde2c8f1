import numpy as np
import pytest
from small_recipes import CAKES, make_recipes, places_of

from graph.recommend.materials import neighbours
from graph.recommend.materials.asked import Asked
from graph.recommend.materials.candidates import find_candidates
from graph.recommend.materials.company import Company
from graph.recommend.materials.recipes import Recipes
from graph.recommend.materials.signals import Signals
from graph.recommend.sparse import Matrix


def row(matrix: Matrix, recipes: Recipes) -> dict[str, float]:
    """Return the first row by name, without empty entries."""
    values = matrix.toarray()[0]
    return {recipes.names.texts[place]: float(values[place]) for place in np.flatnonzero(values)}


def test_neighbours_vote_by_their_likeness_and_never_for_themselves() -> None:
    recipes = make_recipes(CAKES)
    asked = Asked(recipes, places_of(recipes, "绿豆糕"))
    likeness = row(asked.likeness @ recipes.by_product, recipes)
    assert set(likeness) == {"红豆粉", "白糖"}
    assert row(neighbours.by_name(asked), recipes) == pytest.approx(likeness)
    assert row(neighbours.by_best_name(asked), recipes) == pytest.approx(likeness)
    assert row(neighbours.by_users(asked), recipes) == pytest.approx(
        {"红豆粉": likeness["红豆粉"] ** 2 / 2, "白糖": likeness["白糖"] ** 2 / 3}
    )


def test_paths_of_three_are_divided_by_the_roots_of_degrees() -> None:
    recipes = make_recipes(CAKES)
    asked = Asked(recipes, places_of(recipes, "绿豆糕"))
    paths = row(Company(recipes).paths(asked), recipes)
    assert paths["红豆粉"] == pytest.approx(1 / np.sqrt(2) / np.sqrt(2))


def test_materials_used_together_count_by_the_size_of_the_product() -> None:
    recipes = make_recipes([*CAKES, ("八宝糕", "白糖"), ("八宝糕", "糯米"), ("八宝糕", "红枣")])
    asked = Asked(recipes, places_of(recipes, "八宝糕"))
    together = row(Company(recipes).together(asked), recipes)
    assert together["绿豆粉"] == pytest.approx(1.0)
    assert together["糯米"] == pytest.approx(0.5 + 0.5)


def test_candidates_leave_out_what_is_known_and_the_product_itself() -> None:
    recipes = make_recipes(CAKES, "绿豆", "豆糕")
    found = find_candidates(Signals(recipes), places_of(recipes, "绿豆糕"))
    assert {recipes.names.texts[place] for place in found.columns} == set(recipes.names.texts) - {
        "绿豆糕",
        "绿豆粉",
        "白糖",
        "铸件",
        "液压泵",
    }


def test_only_candidates_are_found() -> None:
    recipes = make_recipes(CAKES, "绿豆", "豆糕")
    only = Recipes(
        recipes.names,
        recipes.product_places,
        recipes.material_places,
        places_of(recipes, "绿豆", "红豆粉"),
    )
    found = find_candidates(Signals(only), places_of(only, "绿豆糕"))
    assert sorted(only.names.texts[place] for place in found.columns) == ["红豆粉", "绿豆"]
