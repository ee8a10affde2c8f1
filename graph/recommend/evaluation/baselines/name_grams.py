"""How alike the characters of two names are."""

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from graph.recommend.evaluation.method import Training
from graph.recommend.sparse import Matrix

LONGEST_GRAM = 3


def gram_vectors(training: Training) -> Matrix:
    """Return names by 1 to 3 character grams: TF-IDF of unit length."""
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, LONGEST_GRAM))
    return sp.csr_matrix(vectorizer.fit_transform(training.names), dtype=np.float32)


class NameGrams:
    """The cosine of the query's and the candidate's name."""

    def fit(self, training: Training) -> None:
        """Make the vectors of all names."""
        self._vectors = gram_vectors(training)
        self._candidates = self._vectors[training.candidates].T.tocsr()

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Multiply."""
        return (self._vectors[queries] @ self._candidates).toarray()
