from collections.abc import Iterator

import pytest

from graph.recommend.materials import training

BRIEF = {"FOLDS": 1, "ROUNDS": 60, "PASSES": 4}


@pytest.fixture(scope="module")
def brief_training() -> Iterator[None]:
    """Learn materials by the same steps, but fewer of each, in a fraction of the time."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in BRIEF.items():
            patch.setattr(training, name, value)
        yield
