from chainmatch.i18n import use_language
from chainmatch.wording.map_names import certification_list, certification_name


def test_titles_are_named_in_the_readers_language_and_certificates_name_themselves() -> None:
    names = ("高新技术企业", "ISO 9001", "某市示范企业")
    assert certification_list(names) == "高新技术企业、ISO 9001、某市示范企业"
    use_language("en")
    assert certification_list(names) == "High-tech enterprise, ISO 9001, 某市示范企业"
    assert certification_name("专精特新“小巨人”") == "“Little giant” specialised SME"
