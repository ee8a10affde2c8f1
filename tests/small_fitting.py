"""A small map whose names say what a part is for: enough of each name to be told by."""

from small_map import save_enterprises, save_makes, save_supplies

from graph.store import Store

BATTERIES = ("动力锂电池", "储能锂电池", "软包锂电池")
WITH_A_FILM = ("蓄电池", "燃料电池", "电解槽", "净水器", "透析器")


def save_batteries(store: Store) -> None:
    """Save two makers of 锂电池, 隔膜厂 making 锂电池隔膜, and what 隔膜 goes into."""
    save_enterprises(store, "电池厂", "电源厂", "隔膜厂", "电池组厂")
    save_makes(
        store,
        ("电池厂", "锂电池", 0.9),
        ("电源厂", "锂电池", 0.9),
        ("隔膜厂", "锂电池隔膜", 0.9),
        *(("电池组厂", name, 0.3) for name in BATTERIES),
    )
    save_supplies(store, *(("隔膜", name) for name in WITH_A_FILM))
