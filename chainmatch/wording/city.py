"""What the city and its platform are called, shown on every page."""

from dataclasses import asdict, dataclass

from graph.store import Store, settings

PREFIX = "city."


@dataclass(frozen=True)
class City:
    """Names in both languages."""

    name: str = "长沙市"
    name_en: str = "Changsha"
    platform: str = "产业链对接平台"
    platform_en: str = "Chain Matchmaking"


def find_city(store: Store) -> City:
    """Read the names, each falling back on its default."""
    saved = settings.list_settings(store, PREFIX)
    names = {name.removeprefix(PREFIX): value for name, value in saved.items()}
    return City(**{field: names.get(field) or default for field, default in asdict(City()).items()})


def save_city(store: Store, city: City, *, seen: str) -> None:
    """Save the names. Raises Conflict where ``seen`` is not the mark of those that stand."""
    values = {PREFIX + field: value for field, value in asdict(city).items()}
    settings.replace_settings(store, PREFIX, values, seen=seen)
