"""What the address of a search says."""

from wtforms import Form, SelectMultipleField, StringField

from graph.domain.search import Facet, Wanted
from graph.search import read_words
from graph.search.query import LONGEST_TEXT

MOST_VALUES = 50
"""Values of one facet that are heeded."""


class SearchForm(Form):
    """Words, the values ticked in each facet (``?chain=a&chain=b``), and a node's code."""

    q = StringField()
    node = StringField()
    chain = SelectMultipleField(validate_choice=False)
    stage = SelectMultipleField(validate_choice=False)
    region = SelectMultipleField(validate_choice=False)
    size = SelectMultipleField(validate_choice=False)
    certification = SelectMultipleField(validate_choice=False)

    @property
    def wanted(self) -> Wanted:
        """Return what is asked for; an over-long text is cut, control characters are blanks."""
        text = _clean(self.q.data or "")[:LONGEST_TEXT]
        return Wanted(
            text=text,
            words=read_words(text),
            selection={facet: self._chosen(facet) for facet in Facet if self[facet].data},
            node=_clean(self.node.data or ""),
        )

    def _chosen(self, facet: Facet) -> frozenset[str]:
        values = (_clean(value) for value in self[facet].data[:MOST_VALUES])
        return frozenset(value for value in values if value)


def _clean(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
