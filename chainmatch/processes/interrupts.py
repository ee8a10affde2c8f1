"""A person stops a command: what breaks on its way out is then no failure of its own."""


def came_from(error: BaseException, kind: type[BaseException]) -> bool:
    """Tell whether an error is of this kind, or arose while one of this kind was passing.

    The driver, stopped in the middle of an answer, fails once more while it closes its connection.
    """
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, kind):
        seen = seen.__cause__ or seen.__context__
    return seen is not None
