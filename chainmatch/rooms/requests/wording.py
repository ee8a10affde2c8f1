"""What people are told of a request, and what the ranker learns from it."""

from collections.abc import Mapping

from chainmatch.rooms.requests.labels import OUTCOMES
from graph.domain.feedback import FeedbackKind, Judgement
from graph.domain.meeting_request import MeetingRequest, Outcome, Step, StepKind
from graph.domain.notice import Notice, NoticeKind
from graph.messages import Message, message
from graph.store.desk.requests import News

SENTENCES: Mapping[StepKind, Message] = {
    StepKind.SENT: message("“%(who)s”请求与“%(other)s”对接。"),
    StepKind.CHANGED: message("“%(who)s”修改了与“%(other)s”的对接请求。"),
    StepKind.COUNTERED: message("“%(who)s”向“%(other)s”另提了对接的时间或方式，请答复。"),
    StepKind.ACCEPTED: message("“%(who)s”同意与“%(other)s”对接，双方可以看到对方的联系人。"),
    StepKind.DECLINED: message("“%(who)s”婉拒了与“%(other)s”的对接。"),
    StepKind.WITHDRAWN: message("“%(who)s”撤回了与“%(other)s”的对接请求。"),
    StepKind.EXPIRED: message("“%(who)s”与“%(other)s”的对接请求到期未答复，已结束。"),
    StepKind.OUTCOME: message("“%(who)s”登记了与“%(other)s”的对接结果：%(outcome)s。"),
}
LESSONS = {
    StepKind.SENT: FeedbackKind.REQUESTED,
    StepKind.ACCEPTED: FeedbackKind.ACCEPTED,
    StepKind.DECLINED: FeedbackKind.DECLINED,
}


def news_of(request: MeetingRequest, step: Step) -> News:
    """Return what both sides are told of a step; ``request`` is as the step leaves it."""
    return News(
        Notice(
            NoticeKind.REQUEST,
            _sentence(request, step),
            f"/requests/{request.id}",
            f"request:{request.id}:{request.version}",
        ),
        (request.asker.code, request.partner.code),
        step.by,
        _judgement(request, step),
    )


def agreement_notice(request: MeetingRequest) -> Notice:
    """Return what organizers are told when a meeting led to an agreement."""
    words = message(
        "“%(who)s”与“%(other)s”登记为达成合作，请核实并登记签约项目。",
        who=request.asker,
        other=request.partner,
    )
    key = f"request-agreed:{request.id}"
    return Notice(NoticeKind.PROJECT, words, f"/requests/{request.id}", key)


def _sentence(request: MeetingRequest, step: Step) -> Message:
    values = {"who": request.at(step.side), "other": request.at(step.side.other)}
    if step.kind == StepKind.OUTCOME:
        values["outcome"] = message(OUTCOMES[Outcome(step.choice)])
    return Message(SENTENCES[step.kind].template, values)


def _judgement(request: MeetingRequest, step: Step) -> Judgement | None:
    """Return what the asker's ranker learns: it was asked, and how the partner answered."""
    kind = LESSONS.get(step.kind)
    if kind is None:
        return None
    reason = step.choice if step.kind == StepKind.DECLINED else ""
    asker, partner = request.asker.code, request.partner.code
    return Judgement(kind, asker, partner, step.by, request.shown, reason)
