"""A learned ranker as a small file: what it is, when it learned, from what, its trees and nets."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path

import lightgbm
import numpy as np

from graph.errors import NotFound
from graph.recommend.firms.features import first_scores
from graph.recommend.nets import Net, mean_score

VERSION = "firms-3"
"""What candidates, features and learning are; a model's own version adds its date."""


@dataclass(frozen=True)
class FirmModel:
    """Trees and nets over named features, for one role.

    ``trained`` is the ISO instant of training, ``until`` the date before which everything that it
    has seen began; ``figures`` tell how many examples it learned from.
    """

    version: str
    role: str
    until: str
    trained: str
    features: tuple[str, ...]
    trees: str
    nets: tuple[Net, ...]
    figures: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def _booster(self) -> lightgbm.Booster:
        return lightgbm.Booster(model_str=self.trees)

    def score(self, features: np.ndarray) -> np.ndarray:
        """Score candidates by their features: more is better, the scale says nothing."""
        if not len(features):
            return np.empty(0)
        added = np.asarray(self._booster.predict(features, num_threads=2))
        return first_scores(self.features, features) + added + mean_score(self.nets, features)


def save_model(folder: Path, model: FirmModel) -> Path:
    """Write a model beside the others; it replaces one of its version and role."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{model.version}-{model.role}.json"
    nets = [net.as_record() for net in model.nets]
    record = {**asdict(replace(model, nets=())), "nets": nets}
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


def list_models(folder: Path, role: str) -> list[FirmModel]:
    """Read all models of a role, the newest last."""
    models = [_read(path) for path in sorted(folder.glob(f"{VERSION}-*-{role}.json"))]
    return sorted(models, key=lambda model: (model.trained, model.version))


def find_model(folder: Path, role: str, *, version: str = "", at: str = "") -> FirmModel | None:
    """Return the model of a role: of this version, else the newest; None where there is none.

    With ``at`` only models are fit that have seen nothing after that ISO date. Raises NotFound for
    a version that is not there.
    """
    models = list_models(folder, role)
    if version:
        models = [model for model in models if model.version == version]
        if not models:
            raise NotFound("没有版本为 %(version)s 的推荐排序。", version=version)
    elif at:
        models = [model for model in models if model.until <= at]
    return models[-1] if models else None


def _read(path: Path) -> FirmModel:
    values = json.loads(path.read_text(encoding="utf-8"))
    nets = tuple(Net.of_record(net) for net in values["nets"])
    return FirmModel(**{**values, "features": tuple(values["features"]), "nets": nets})
