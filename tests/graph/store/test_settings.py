import pytest

from graph.errors import Conflict
from graph.store import Store, settings


def test_a_setting_has_a_default_until_it_is_saved(store: Store) -> None:
    assert settings.find_setting(store, "city", "长沙市") == "长沙市"
    settings.save_setting(store, "city", "株洲市")
    assert settings.find_setting(store, "city", "长沙市") == "株洲市"


def test_settings_are_replaced_only_as_they_were_seen(store: Store) -> None:
    seen = settings.mark_settings(store, "city.")
    settings.replace_settings(store, "city.", {"city.name": "株洲市"}, seen=seen)
    with pytest.raises(Conflict):
        settings.replace_settings(store, "city.", {"city.name": "湘潭市"}, seen=seen)
    assert settings.list_settings(store, "city.") == {"city.name": "株洲市"}
    seen = settings.mark_settings(store, "city.")
    settings.replace_settings(store, "city.", {"city.name": "湘潭市"}, seen=seen)
    assert settings.list_settings(store, "city.") == {"city.name": "湘潭市"}
