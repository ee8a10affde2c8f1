"""What the address of a search says, and a saved one."""

from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict
from wtforms import Form, SelectMultipleField, StringField

from graph.domain.listing import ListingKind
from graph.domain.search import Facet, Limits, Wanted
from graph.search import read_words
from graph.search.query import LONGEST_TEXT

DISTANCES = ("5", "10", "20", "50", "100", "200", "500")
"""Kilometres to choose from."""
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
    has = SelectMultipleField(validate_choice=False)
    owner = StringField()
    conference = StringField()
    km = StringField()
    origin = StringField()

    def wanted_by(self, enterprise: str) -> Wanted:
        """Return what is asked for; distances are measured from an enterprise, if no other is told.

        An over-long text is cut, control characters are blanks.
        """
        text = clean(self.q.data or "")[:LONGEST_TEXT]
        return Wanted(
            text=text,
            words=read_words(text),
            selection={facet: self._chosen(facet) for facet in Facet if self[facet].data},
            node=clean(self.node.data or ""),
            limits=self._limits(enterprise),
        )

    def _limits(self, enterprise: str) -> Limits:
        origin = clean(self.origin.data or "") or enterprise
        km = self.km.data if self.km.data in DISTANCES else ""
        return Limits(
            has=frozenset(kind.value for kind in ListingKind if kind in (self.has.data or ())),
            owner=clean(self.owner.data or "")[:LONGEST_TEXT],
            conference=clean(self.conference.data or "")[:LONGEST_TEXT],
            km=int(km) if km and origin else 0,
            origin=origin if km else "",
        )

    def _chosen(self, facet: Facet) -> frozenset[str]:
        values = (clean(value) for value in self[facet].data[:MOST_VALUES])
        return frozenset(value for value in values if value)


def clean(text: str) -> str:
    """Make control characters blanks, and several blanks one."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def keep_query(told: MultiDict[str, str]) -> str:
    """Write down what the address of a search asks for, in one order, without its page."""
    pairs = [
        (name, value)
        for name in SearchForm()._fields
        for value in told.getlist(name)[:MOST_VALUES]
        if value
    ]
    return urlencode(pairs)


def read_query(query: str, enterprise: str) -> Wanted:
    """Read what ``keep_query`` wrote, for someone who acts for an enterprise (or for none)."""
    told = MultiDict(parse_qsl(query, max_num_fields=MOST_VALUES * 10))
    return SearchForm(told).wanted_by(enterprise)
