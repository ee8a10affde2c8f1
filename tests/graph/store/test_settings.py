from graph.store import Store, settings


def test_a_setting_has_a_default_until_it_is_saved(store: Store) -> None:
    assert settings.find_setting(store, "city", "长沙市") == "长沙市"
    settings.save_setting(store, "city", "株洲市")
    assert settings.find_setting(store, "city", "长沙市") == "株洲市"
