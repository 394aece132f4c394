"""The numbers of the weekly reports: work that was due, what came in, what was found, and what was open at the week's end."""

import datetime

from conditions import compiled
from ledger import MINUTES, last_day

KINDS = ("incident", "complaint", "fault", "defect", "shortcoming", "failed-check", "request", "feedback", "job", "measure")
FINDINGS = KINDS[:6]


def day_of(text):
    return datetime.date.fromisoformat(text[:10])


def moment_of(text):
    return datetime.datetime.fromisoformat(text if "T" in text else text + "T00:00")


def week_of(day):
    """The id of a day's week, with its Monday and its Sunday."""
    year, number, weekday = day.isocalendar()
    monday = day - datetime.timedelta(days=weekday - 1)
    return "%d-W%02d" % (year, number), monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()


class Case:
    """A row with a beginning and an end."""

    def __init__(self, row, first, kind, ends):
        self.row, self.kind, self.ends = row, kind["kind"], ends
        self.month, self.line = first
        self.opened, self.closing, self.answering = kind["opened"], kind["closed"], kind.get("answered")
        self.due = kind.get("due")

    def reached(self, column, day):
        """A moment of the row if it lay before the end of a day: what came later was not known then."""
        moment = self.row.cells[column]
        return None if moment is None or moment[:10] > day else moment

    def closed(self, day):
        return self.reached(self.closing, day) if self.ends else None

    def standing(self, limits, day):
        """How an open case stands at a day's end: whether it is overdue, and by how many days."""
        found = [self.within(limit, day) for limit in limits if self.waits_for(limit[0], day)]
        if self.due is not None and self.row.cells[self.due] is not None:
            named = self.row.cells[self.due][:10]
            found.append((0 if named < day else 1, named, max(0, (day_of(day) - day_of(named)).days)))
        rank, _, over = min(found, default=(9, "", 0))
        return rank == 0, over

    def waits_for(self, step, day):
        return step == self.closing or step == self.answering and self.reached(step, day) is None

    def within(self, limit, day):
        """A limit as (rank: overdue, running, exempt, kept; when it runs out; days over)."""
        step, start, allowed, exempt = limit
        if exempt:
            return 2, "", 0
        runs_out = moment_of(start) + datetime.timedelta(minutes=allowed)
        done = self.reached(step, day)
        if done is not None:
            return (3 if moment_of(done) <= runs_out else 0), "", 0
        text = runs_out.isoformat(timespec="minutes")
        return (0, text, (day_of(day) - runs_out.date()).days) if runs_out.date() <= day_of(day) else (1, text, 0)


class Weeks:
    """`records` says of each log what its rows are; `verdicts` judge the schedule and set the limits."""

    def __init__(self, records, verdicts):
        self.records, self.verdicts, self.ledger = records, verdicts, verdicts.ledger
        self.parts = [part for own in verdicts.parts.values() for part in own]
        listed = [own for name, own in verdicts.parts.items() if not name.startswith("sup.")]
        self.limits = [part.measure for own in listed for part in own if part.measure["kind"] == "within"]
        self.tests, self.told_by = {}, {}

    def compile(self, log, conditions):
        return compiled(self.ledger, self.ledger.logs[log], conditions)

    def cases(self, end):
        """Every case told of until a month, as its last row has it, in the month of its first."""
        if end not in self.told_by:
            self.told_by[end] = [case for kind in self.records["cases"] for case in self.cases_of(kind, end)]
        return self.told_by[end]

    def cases_of(self, kind, end):
        log, first, last = kind["log"], {}, {}
        key = self.ledger.cases[log].key
        for month in self.ledger.months:
            for row in self.ledger.rows(log, month) + self.ledger.carried(log, month):
                if month <= end:
                    first.setdefault(key(row), (month, row.line))
                    last[key(row)] = row
        meant, unfinished = self.compile(log, kind.get("where")), self.compile(log, kind.get("unfinished"))
        for each, row in last.items():
            if meant(row.cells):
                yield Case(row, first[each], kind, "unfinished" not in kind or not unfinished(row.cells))

    def limits_of(self, case):
        """The limits that the plan's indicators set for steps of a case: (step, from, minutes, exempt)."""
        log = self.log_of(case)
        for measure in self.limits:
            if measure["log"] != log or measure["to"] not in (case.closing, case.answering):
                continue
            cells, start = case.row.cells, case.row.cells[measure["from"]]
            if start is None or not self.test(log, measure.get("where"))(cells):
                continue
            exempt = any(self.test(log, each)(cells) for each in measure.get("exclude", []))
            limit = next((each for each in measure["limits"] if self.test(log, each.get("where"))(cells)), None)
            if exempt or limit is not None:
                yield measure["to"], start, 0 if limit is None else limit["max"] * MINUTES[limit["unit"]], exempt

    def test(self, log, conditions):
        key = (log, repr(conditions))
        if key not in self.tests:
            self.tests[key] = self.compile(log, conditions)
        return self.tests[key]

    @staticmethod
    def log_of(case):
        return case.row.file.split("/")[-1][: -len(".csv")]

    def weeks(self):
        """Every week with a day in the months of the contract, of a month under way as far as all its files tell."""
        day = day_of(self.ledger.months[0] + "-01")
        while week_of(day)[1] <= self.ledger.told_to():
            yield week_of(day)
            day += datetime.timedelta(days=7)

    def told(self, week):
        """The numbers of a week's report by their names."""
        name, first, last = week
        months = [month for month in self.ledger.months if month in (first[:7], last[:7])]
        day = min(last, self.ledger.told_to())
        numbers = {}

        def put(subject, unit, **values):
            numbers.update({"%s/%s/%s" % (name, subject, key): (value, None, None, unit) for key, value in values.items()})

        def share(subject, part, whole):
            numbers["%s/%s" % (name, subject)] = (part * 100 / whole if whole else None, part, whole, "%")

        self.work(put, share, (first, day if last[:7] in months else last), months)
        self.came_in(put, share, (first, last, day), months)
        self.found(put, (first, last, day), months)
        self.open(put, day)
        return numbers

    def work(self, put, share, span, months):
        due, done = 0, 0
        for log in self.ledger.logs:
            shown, unknown = self.rounds(log, span, months)
            if unknown > 0:
                put("unknown." + log, "次", due=unknown)
            if shown:
                put("work." + log, "次", due=len(shown), done=sum(shown), failed=len(shown) - sum(shown))
                due, done = due + len(shown), done + sum(shown)
        put("work", "次", due=due, failed=due - done)
        share("work/done", done, due)

    def rounds(self, log, span, months):
        """Whether each round that fell due in a span is shown to be done, and how many are of logs that did not come in."""
        shown, unknown = [], 0
        for month in months:
            due = [(entry["id"], slot[0]) for entry, slot in self.ledger.due(log, month) if span[0] <= slot[1] <= span[1]]
            if self.ledger.state(log, month) == "absent":
                unknown += len(due)
                continue
            seen = self.seen(log, month)
            shown += [seen[each] for each in due if each in seen]
        return shown, unknown

    def seen(self, log, month):
        """Each round of a log in a month that some indicator judges, and whether one of them finds it done."""
        if (log, month) not in self.tests:
            found = self.tests[log, month] = {}
            for part in self.parts:
                if part.measure["kind"] == "coverage" and part.measure["log"] == log:
                    for each, done in part.rounds.rows(part.measure, month).shown.items():
                        found[each] = found.get(each, False) or done
        return self.tests[log, month]

    def came_in(self, put, share, span, months):
        first, last, day = span
        asked = [case for case in self.cases(day[:7]) if case.kind == "request" and case.month in months]
        asked = [case for case in asked if first <= case.row.cells[case.opened][:10] <= last]
        done = self.compile(self.records["requests"]["log"], self.records["requests"]["done"])
        put("requests", "件", received=len(asked))
        settled = [case for case in asked if done(case.row.cells) and case.reached(case.closing, day) is not None]
        share("requests/settled", len(settled), len(asked))
        for kind, said in self.records["said"].items():
            meant = self.compile(said["log"], said["where"])
            rows = [row for month in months for row in self.ledger.rows(said["log"], month) if meant(row.cells)]
            put("feedback." + kind, "件", received=sum(first <= row.cells[said["received"]][:10] <= last for row in rows))

    def found(self, put, span, months):
        first, last, day = span

        def within(moment):
            return moment is not None and first <= moment[:10] <= last

        known = [case for case in self.cases(day[:7]) if case.month <= months[-1]]
        known = [case for case in known if case.reached(case.opened, day) is not None]
        findings = [case for case in known if case.kind in FINDINGS]
        put(
            "findings",
            "件",
            found=sum(within(case.row.cells[case.opened]) for case in findings),
            settled=sum(within(case.closed(day)) for case in findings),
            open=sum(case.closed(day) is None for case in findings),
        )
        measures = [case for case in self.cases(self.ledger.months[-1]) if case.kind == "measure"]
        put(
            "measures",
            "项",
            raised=sum(within(case.row.cells[case.opened]) for case in measures),
            done=sum(within(case.row.cells[case.closing]) for case in measures),
            waiting=sum(case.kind == "measure" and case.closed(day) is None for case in known),
        )

    def open(self, put, day):
        """Everything that was begun and not at its end when a day ended."""
        cases = [case for case in self.cases(day[:7]) if case.month <= day[:7]]
        cases = [case for case in cases if case.reached(case.opened, day) is not None and case.closed(day) is None]
        standing = {case: case.standing(list(self.limits_of(case)), day) for case in cases}

        def told(subject, own, unit="件"):
            overdue = [standing[case][1] for case in own if standing[case][0]]
            put(subject, unit, open=len(own), overdue=len(overdue))
            put(subject, "天", longest=max(overdue, default=0))

        told("open", cases)
        told("open.unsettled", [case for case in cases if case.kind != "measure"])
        for kind in KINDS:
            told("open." + kind, [case for case in cases if case.kind == kind], "项" if kind == "measure" else "件")
        for case in cases:
            days = max(0, (day_of(day) - day_of(case.row.cells[case.opened])).days)
            subject = "open.%s.%s.L%d" % (self.log_of(case), case.month, case.line)
            put(subject, "天", days=days, over=standing[case][1])
