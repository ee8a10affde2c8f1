"""Half-years, and what a trade's row tells of the time before a date."""

import numpy as np


def half_years(dates: np.ndarray) -> np.ndarray:
    """Number the half-years of ISO dates: 2022-06-30 is 4044, 2022-12-31 is 4045."""
    texts, places = np.unique(np.asarray(dates, dtype="U10"), return_inverse=True)
    numbers = [int(text[:4]) * 2 + (text[5:7] > "06") for text in texts.tolist()]
    return np.array(numbers, np.int64)[places]


def seen_before(
    first: np.ndarray, last: np.ndarray, times: np.ndarray, end: int
) -> tuple[np.ndarray, np.ndarray]:
    """Say in which half-year trades were last seen before ``end``, and in how many by then.

    All are half-years; ``times`` counts those in which a trade was seen. Rows do not tell in
    which: one that goes on to ``end`` or beyond is read as seen at even distances, which is exact
    for trades of every half-year and of every year. To take its last half-year for known, or to cut
    it off at ``end``, would tell the past who stays in the future.
    """
    most = np.minimum(times, last - first + 1)
    distance = (last - first) / np.maximum(most - 1, 1)
    seen, count = first.copy(), np.ones_like(most)
    for step in range(1, int(most.max(initial=1))):
        at = first + np.round(step * distance).astype(np.int64)
        is_before = (step < most) & (at < end)
        seen, count = np.where(is_before, at, seen), count + is_before
    ongoing = last >= end
    return np.where(ongoing, seen, last), np.where(ongoing, count, times)
