"""The unified social credit code (统一社会信用代码) of a Chinese organisation."""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18


def check_digit(first_seventeen: str) -> str:
    """Return the check character of a credit code's first 17 characters (GB 32100-2015, 5.2).

    The weights are powers of 3 modulo 31. Raises ValueError for a character outside the alphabet.
    """
    total = sum(
        ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(first_seventeen)
    )
    return ALPHABET[-total % 31]


def is_credit_code(text: str) -> bool:
    """Tell whether ``text`` is a credit code in capitals with the right check character."""
    if len(text) != LENGTH or any(char not in ALPHABET for char in text):
        return False
    return check_digit(text[:-1]) == text[-1]
