"""Codes of the form ``scheme:value``: the key of an enterprise or a chain node in every source."""

from graph.domain.credit_code import is_credit_code

ARROW = " → "
"""Between the two codes of a link."""
ENTERPRISE_SCHEMES = ("uscc", "stock", "tpex", "gdes", "name", "demo")


def make_code(scheme: str, value: str) -> str:
    """Join a scheme and the source's own code, for example ``stock:600031``."""
    return f"{scheme}:{value.strip()}"


def split_code(code: str) -> tuple[str, str]:
    """Split ``scheme:value``; a code without a scheme gives an empty scheme."""
    scheme, colon, value = code.partition(":")
    return (scheme, value) if colon else ("", code)


def guess_codes(text: str) -> list[str]:
    """List the full codes that a person's or a source's spelling may stand for, likeliest first.

    ``600031.SH`` is a stock code, eighteen characters with a right check digit a credit code,
    and any text may be the bare value of a scheme.
    """
    bare = text.strip()
    scheme, _ = split_code(bare)
    if scheme:
        return [bare]
    if is_credit_code(bare.upper()):
        return [make_code("uscc", bare.upper())]
    bare = bare.removesuffix(".SH").removesuffix(".SZ").removesuffix(".BJ")
    return [make_code(scheme, bare) for scheme in ENTERPRISE_SCHEMES if scheme != "uscc"]


def name_with_code(name: str, code: str) -> str:
    """Write a record as forms do, so that nothing else can be meant: ``名称 [编码]``."""
    return f"{name} [{code}]"


def bracketed_code(text: str) -> str | None:
    """Return the code of a record written by ``name_with_code``; None for any other text."""
    _, opened, code = text.rpartition("[")
    return code[:-1] if opened and code.endswith("]") else None
