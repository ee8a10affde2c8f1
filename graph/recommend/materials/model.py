"""The trained ranker: trees, nets and a plain order, kept as one small text file."""

import json
from dataclasses import dataclass
from pathlib import Path

import lightgbm as lgb
import numpy as np

from graph.errors import BadInput
from graph.recommend.materials.features import FEATURES
from graph.recommend.nets import Net, mean_score

FORMAT = 2


@dataclass(frozen=True)
class MaterialModel:
    """Orders candidates by four scores that add up.

    Trees trained for the ``order`` and for the ``chance`` of a link, ``nets`` for the chance too;
    ``plain`` holds a weight for each of FEATURES.
    """

    order: lgb.Booster
    chance: lgb.Booster
    nets: tuple[Net, ...]
    plain: np.ndarray
    version: str = "materials-2"

    def score(self, table: np.ndarray, *, threads: int = 1) -> np.ndarray:
        """Score pairs (rows of FEATURES); more is better, comparable within a query."""
        return self.judge(table, threads=threads)[0]

    def judge(self, table: np.ndarray, *, threads: int = 1) -> tuple[np.ndarray, np.ndarray]:
        """Return the scores of pairs, and the chance of each to be a link, from 0 to 1.

        Of pairs given a chance of .39 and .76 in a fold kept back, .40 and .74 were hidden links.
        """
        if not len(table):
            return np.zeros(0, np.float32), np.zeros(0, np.float32)
        order = np.asarray(self.order.predict(table, num_threads=threads))
        trees = np.asarray(self.chance.predict(table, num_threads=threads, raw_score=True))
        nets = mean_score(self.nets, table)
        chances = 1 / (1 + np.exp(-(trees + nets) / 2))
        scores = order + trees + nets + table @ self.plain
        return scores.astype(np.float32), chances.astype(np.float32)

    def contributions(self, table: np.ndarray, usual: np.ndarray) -> np.ndarray:
        """Return what each feature adds to each pair's score: pairs by FEATURES.

        What the plain order adds is told against a pair with the ``usual`` features; what the nets
        add is not told.
        """
        parts = [
            np.asarray(each.predict(table, pred_contrib=True))[:, :-1]
            for each in (self.order, self.chance)
        ]
        return parts[0] + parts[1] + self.plain * (table - usual)

    def save(self, path: Path) -> None:
        """Write the model as JSON."""
        record = {
            "format": FORMAT,
            "version": self.version,
            "features": list(FEATURES),
            "order": self.order.model_to_string(),
            "chance": self.chance.model_to_string(),
            "nets": [net.as_record() for net in self.nets],
            "plain": self.plain.tolist(),
        }
        path.write_text(json.dumps(record), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "MaterialModel":
        """Read a model. Raises BadInput for one that was made for other features."""
        record = json.loads(path.read_text(encoding="utf-8"))
        if record.get("format") != FORMAT or record.get("features") != list(FEATURES):
            raise BadInput("材料排序模型与本程序的版本不一致，请重新训练。")
        return cls(
            lgb.Booster(model_str=record["order"]),
            lgb.Booster(model_str=record["chance"]),
            tuple(Net.of_record(net) for net in record["nets"]),
            np.array(record["plain"]),
            record["version"],
        )
