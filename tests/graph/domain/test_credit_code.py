import pytest

from graph.domain.credit_code import check_digit, is_credit_code


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("91350100M000100Y43", True),  # the example of GB 32100-2015
        ("91350100M000100Y44", False),
        ("91350100M000100Y4", False),
        ("91350100M000100Y4I", False),
        ("", False),
    ],
)
def test_is_credit_code(code: str, right: bool) -> None:
    assert is_credit_code(code) is right


def test_check_digit_refuses_letters_outside_the_alphabet() -> None:
    with pytest.raises(ValueError, match="substring not found"):
        check_digit("9135O100M000100Y4")
