"""Forms of the profile room: nodes that the map lacks."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Regexp

from chainmatch.fields import (
    LONGEST_LINE,
    TOO_LONG,
    ParsedField,
    VersionedForm,
    line,
    lines,
)
from chainmatch.formats import percent
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.rooms.profile.forms import ID, LONGEST_CAPACITY
from chainmatch.rooms.profile.labels import STAGES
from graph.domain.proposal import Proposal
from graph.exchange.fields.figures import parse_share
from graph.exchange.fields.texts import parse_name
from graph.store.desk.proposals import NewNode

LONGEST_NOTE = 500


class ProposalForm(FlaskForm):
    """A product that the map lacks; ``id`` makes a double click one proposal."""

    id = HiddenField(validators=[Regexp(ID)])
    name = ParsedField(
        text(mark("产品名称")),
        parse=parse_name,
        validators=[
            DataRequired(text(mark("请填写产品名称。"))),
            Length(max=LONGEST_LINE, message=TOO_LONG),
        ],
    )
    note = lines(mark("说明"), LONGEST_NOTE)
    share = ParsedField(text(mark("占销售额")), parse=parse_share, write=percent)
    capacity = line(mark("产能"), LONGEST_CAPACITY)

    def proposal(self, enterprise: str, email: str) -> Proposal:
        """Return what was filled in."""
        return Proposal(
            id=self.id.data or "",
            name=self.name.data or "",
            note=self.note.data or "",
            share=self.share.data,
            capacity=self.capacity.data or "",
            enterprise=enterprise,
            created_by=email,
        )


class DecisionForm(VersionedForm):
    """What becomes of a proposal: a new node, one that is there, or nothing."""

    NEW, KNOWN, REFUSE = "new", "known", "refuse"
    decision = RadioField(
        text(mark("处理")),
        choices=[
            SelectChoice(NEW, text(mark("新增节点"))),
            SelectChoice(KNOWN, text(mark("归入已有节点"))),
            SelectChoice(REFUSE, text(mark("不采纳"))),
        ],
        default=NEW,
        validate_choice=False,
    )
    name = line(mark("节点名称"))
    name_en = line(mark("英文名称"))
    chain = ChoiceField(text(mark("所属产业链")))
    stage = ChoiceField(
        text(mark("环节")),
        choices=[SelectChoice(stage.value, text(word)) for stage, word in STAGES.items()],
    )
    node = line(mark("已有节点"), 200)
    reason = lines(mark("不采纳的原因"), 300)

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for what the decision needs."""
        is_valid = super().validate(extra_validators)
        needed = {
            self.NEW: (self.name, text(mark("请填写节点名称。"))),
            self.KNOWN: (self.node, text(mark("请填写已有节点。"))),
            self.REFUSE: (self.reason, text(mark("请写明原因，企业会看到。"))),
        }
        if self.decision.data not in needed:
            self.decision.errors = [text(mark("请选择如何处理。"))]
            return False
        field, words = needed[self.decision.data]
        if not field.data:
            field.errors = [words]
            return False
        return is_valid

    def new_node(self) -> NewNode:
        """Return the node that shall be made."""
        chain = self.chain.data or ""
        stage = (self.stage.data or "") if chain else ""
        return NewNode(self.name.data or "", self.name_en.data or "", chain, stage)
