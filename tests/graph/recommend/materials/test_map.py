from small_map import AT, EVIDENCE, save_supplies
from small_recipes import bakery

from graph import schema
from graph.recommend.bulk.run import rank_materials
from graph.recommend.bulk.training import train_on_map
from graph.store import Store
from graph.store.bulk import maps


def test_the_map_trains_its_ranking_and_reversed_kinds_tell_nothing(
    store: Store, brief_training: None
) -> None:
    pairs = [pair for pair in bakery() if pair != ("绿豆蛋糕", "绿豆粉")]
    save_supplies(store, *((material, product) for product, material in pairs))
    model = train_on_map(store, at=AT)
    before = rank_materials(store, ["绿豆蛋糕", "没有的"], at=AT, top=5, model=model)
    reversed_kind = {"start": "test:绿豆蛋糕", "end": "test:绿豆粉", **EVIDENCE}
    maps.save_links(store, schema.KIND_OF, [reversed_kind])
    assert before[1] == []
    assert before[0][0][0] == "绿豆粉"
    assert rank_materials(store, ["绿豆蛋糕", "没有的"], at=AT, top=5, model=model) == before
    again = train_on_map(store, at=AT)
    assert again.order.model_to_string() == model.order.model_to_string()
