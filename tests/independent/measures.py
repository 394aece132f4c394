"""What the rows of a month add up to for each measure of the table, by the place where they belong."""

from cells import register_of
from conditions import compares, compiled
from ledger import MINUTES, Row, last_day, minutes, months_between


class Sum:
    """Numerator and denominator, and how many rows were left out, have no outcome, and were looked at."""

    __slots__ = ("numerator", "denominator", "excluded", "unknown", "seen")

    def __init__(self):
        self.numerator = self.denominator = self.excluded = self.unknown = self.seen = 0

    def add(self, other):
        self.numerator += other.numerator
        self.denominator += other.denominator
        self.excluded += other.excluded
        self.unknown += other.unknown
        self.seen += other.seen

    def take_back(self, other):
        """Without what stood for a row before it is told again."""
        self.numerator -= other.numerator
        self.denominator -= other.denominator
        self.unknown -= other.unknown


class Tally:
    """The sums of all places, with the rows and the slots without one behind them; the place None is of what belongs to none."""

    def __init__(self):
        # The slots without a row: those that were due, and those whose row would have been counted, or may still come.
        self.places, self.rows, self.due, self.open = {}, [], [], []
        # Whether each round that was due is shown to be done, by its entry of the schedule and its first day.
        self.shown = {}
        # What each row without an outcome adds, by its file and line; the rows of earlier months that are told again here.
        self.waiting, self.again = {}, []

    def at(self, place):
        if place not in self.places:
            self.places[place] = Sum()
        return self.places[place]

    def row(self, row, how, numerator=0, denominator=0):
        self.rows.append((row.file, row.line, how))
        if how == "unknown":
            alone = self.waiting[row.file, row.line] = Sum()
            alone.numerator, alone.denominator, alone.unknown = numerator, denominator, 1
        sum_ = self.at(row.place)
        sum_.numerator += numerator
        sum_.denominator += denominator
        sum_.excluded += how == "excluded"
        sum_.unknown += how == "unknown"
        sum_.seen += how in ("pass", "fail")

    def without_row(self, entry, slot):
        """A slot of which nobody knows what its row would have said."""
        self.at(entry["location"]).unknown += 1
        self.open.append((entry, slot))

    def add(self, other):
        self.rows += other.rows
        self.due += other.due
        self.open += other.open
        self.waiting.update(other.waiting)
        self.again += other.again
        for place, sum_ in other.places.items():
            self.at(place).add(sum_)


def number(value):
    return value if not isinstance(value, str) else None


def looked_at(measure):
    """The conditions of the rows at which a measure looks."""
    among = measure["kind"] == "count" and measure["events"] == "unwanted" and not measure.get("seenBy")
    return measure.get("among" if among else "where")


def plain(condition):
    """Whether a condition names what a cell says, so that a blank leaves open whether it is met."""
    return not (isinstance(condition, dict) and ("is" in condition or "not" in condition))


class Measuring:
    """A measure, ready to be made of the rows of any month."""

    def __init__(self, ledger, measure):
        self.ledger, self.measure = ledger, measure
        self.log = ledger.logs[measure["log"]]
        self.date = self.log.dated
        where = looked_at(measure)
        self.chosen = self.compile(where)
        self.wanted = self.compile(measure.get("where"))
        self.set_aside = [("excluded", self.either("exclude")), ("unknown", self.either("open"))]
        self.hides, self.hides_wanted = self.hiding(where), self.hiding(measure.get("where"))
        if measure["kind"] == "share":
            self.good = self.compile(measure["pass"])
        if measure["kind"] == "within":
            self.limits = [(each, self.compile(each.get("where"))) for each in measure["limits"]]
        if measure["kind"] == "coverage":
            self.done = self.compile(measure.get("done"))
            self.asked = compiled(ledger, ledger.registers["schedule"][0], measure.get("due"))

    def compile(self, conditions):
        return compiled(self.ledger, self.log, conditions)

    def either(self, name):
        tests = [self.compile(each) for each in self.measure.get(name, [])]
        return lambda cells: any(test(cells) for test in tests)

    def hiding(self, where):
        """A test whether blanks of columns that may be blank leave open whether a row meets the conditions; None if none may."""
        may = [key for key, condition in (where or {}).items() if plain(condition) and self.may_be_blank(key)]
        tests = {key: self.compile({key: condition}) for key, condition in (where or {}).items()}

        def hidden(cells):
            blank = [key for key in may if cells[key] is None]
            return blank != [] and all(test(cells) for key, test in tests.items() if key not in blank)

        return hidden if may else None

    def may_be_blank(self, key):
        return key in self.log.columns and not self.log.columns[key].required

    def run(self, month):
        self.month, self.total, self.things = month, Tally(), set()
        handed = self.ledger.handed[month].get(self.log.id)
        if handed is None:
            return self.total
        if self.measure["kind"] == "coverage":
            self.coverage([row for row in handed.rows if self.chosen(row.cells)])
            return self.total
        for row in handed.rows:
            self.judge(row)
        for row in handed.carried:
            before = self.ledger.before[row]
            if not self.judged_before(row, before, month):
                self.judge(row)
                if before is not None:
                    self.total.again.append(before)
        return self.total

    def last_day(self):
        """The day at whose end the rows are looked at."""
        return self.ledger.end(self.log.id, self.month)

    def judge(self, row):
        """Counts a row as it stands at the end of the month."""
        if self.chosen(row.cells):
            aside = next((how for how, test in self.set_aside if test(row.cells)), None)
            if aside is None:
                getattr(self, self.measure["kind"].replace("-", "_"))(row)
            else:
                self.total.row(row, aside)
        elif self.hides is not None and self.hides(row.cells):
            self.total.row(row, "unknown")

    def judged_before(self, row, before, month):
        """Whether an earlier month has judged a carried row, or would have if it had told of it."""
        if before is None:
            return False
        last, told = before
        if self.seen_as(told.cells, last) in ("pass", "fail", "excluded"):
            return True
        silent = months_between(last, month)[1:-1]
        return any(self.seen_as(self.known(row.cells, each), each) in ("pass", "excluded") for each in silent)

    def known(self, cells, month):
        """What a row could have said when a month ended."""
        day = last_day(month)
        dates = [field for field, column in self.log.columns.items() if column.words.startswith("日期")]
        return dict(cells, **{field: None for field in dates if cells[field] is not None and cells[field][:10] > day})

    def seen_as(self, cells, month):
        """How a row would be counted at the end of a month; None where the measure does not look at it."""
        kept = self.month, self.total, self.things
        self.month, self.total, self.things = month, Tally(), set()
        self.judge(Row("", 0, cells, None))
        how = self.total.rows[0][2] if self.total.rows else None
        self.month, self.total, self.things = kept
        return how

    def share(self, row):
        good = self.good(row.cells)
        self.total.row(row, "pass" if good else "fail", int(good), 1)

    def within(self, row):
        start, end = row.cells[self.measure["from"]], row.cells[self.measure["to"]]
        if start is None:
            self.total.row(row, "unknown")
            return
        limits = [limit for limit, where in self.limits if limit.get("since", "") <= start and where(row.cells)]
        if limits == []:
            self.total.row(row, "excluded")
            return
        limit = max(limits, key=lambda each: each.get("since", ""))
        allowed = limit["max"] * MINUTES[limit["unit"]]
        waits = self.waits(row)
        took = self.took(start, None if waits else end)
        if waits and took <= allowed:
            open_ = self.ledger.open(self.log.id, row.cells, self.last_day())
            self.total.row(row, "under-way" if open_ else "unknown")
        else:
            self.total.row(row, "pass" if took <= allowed else "fail", int(took <= allowed), 1)

    def waits(self, row):
        """Whether a row has no end yet when the month ends."""
        to = self.measure["to"] if "to" in self.measure else self.measure["of"]["to"]
        end, day = row.cells[to], self.last_day()
        return end is None or end[:10] > day and self.ledger.open(self.log.id, row.cells, day)

    def took(self, start, end):
        """Minutes from one moment to another, or to the end of the month where there is no end yet."""
        return minutes(start, self.last_day()) + 1440 if end is None else minutes(start, end)

    def sum_share(self, row):
        part, whole = (number(row.cells[self.measure[each]]) for each in ("numerator", "denominator"))
        if part is None or whole is None:
            self.total.row(row, "unknown")
            return
        faultless = whole if self.measure["faultless"] == "all" else 0
        self.total.row(row, "pass" if part == faultless else "fail", part, whole)

    def mean(self, row):
        of = self.measure["of"]
        if isinstance(of, str):
            value, ended = number(row.cells[of]), True
        else:
            start, end = row.cells[of["from"]], row.cells[of["to"]]
            ended = not self.waits(row)
            value = None if start is None else self.took(start, end if ended else None)
        if value is None:
            self.total.row(row, "unknown")
        else:
            self.total.row(row, "pass" if ended else "unknown", value, 1)

    def side(self, row):
        of = self.measure
        unwanted = of["as"] == "numerator" and of.get("events") == "unwanted"
        thing = row.cells[of["each"]] if "each" in of else None
        if "each" in of and thing is None and not unwanted:
            self.total.row(row, "unknown")
            return
        counts = thing is None or thing not in self.things
        self.things.add(thing)
        sides = [int(counts and of["as"] == each) for each in ("numerator", "denominator")]
        self.total.row(row, "fail" if unwanted else "pass", *sides)

    def count(self, row):
        if self.wanted(row.cells):
            self.total.row(row, {"wanted": "pass", "unwanted": "fail"}[self.measure["events"]], 1)
        else:
            hidden = self.hides_wanted is not None and self.hides_wanted(row.cells)
            self.total.row(row, "unknown" if hidden else "pass")

    def coverage(self, chosen):
        used, by_match = set(), {}
        asked = [(entry, slot) for entry, slot in self.ledger.due(self.log.id, self.month) if self.asked(entry)]
        for row in chosen + self.neighbours([slot for _, slot in asked]):
            by_match.setdefault(tuple(row.cells[field] or "" for field in self.measure["match"]), []).append(row)
        for entry, slot in asked:
            alike = by_match.get(tuple(entry[field] or "" for field in self.measure["match"].values()), [])
            found = [row for row in alike if row not in used and self.dated(row, slot)]
            self.occurrence(entry, slot, sorted(found, key=lambda row: (row.file, row.line)), used)
        for row in chosen:
            if row not in used:
                self.total.row(row, "excluded")

    def neighbours(self, slots):
        """The rows of other months that tell of days of this month's rounds."""
        first, last = (pick((slot[at] for slot in slots), default=self.month + "-01") for at, pick in ((0, min), (1, max)))
        months = [each for each in self.ledger.months if first[:7] <= each <= last[:7] and each != self.month]
        return [row for each in months for row in self.ledger.rows(self.log.id, each) if self.chosen(row.cells)]

    def dated(self, row, slot):
        return slot[0] <= row.cells[self.date][:10] <= slot[1]

    def occurrence(self, entry, slot, found, used):
        counting = [row for row in found if not self.set_aside[0][1](row.cells)]
        if found == [] and slot[1] > self.ledger.heard(self.log.id):
            self.total.without_row(entry, slot)
        elif found == []:
            self.total.at(entry["location"]).denominator += 1
            self.total.due.append((entry, slot))
            self.total.shown[entry["id"], slot[0]] = False
        elif counting != []:
            used.update(counting)
            self.total.shown[entry["id"], slot[0]] = self.taken(counting)

    def taken(self, rows):
        """Counts the row that says most for a round, and tells whether it says that it was done."""
        looked = rows
        if self.reads_first():
            # A recheck does not count without a decision, and the plan states none.
            looked = [min(rows, key=lambda row: (row.cells[self.date][:10], row.file, row.line))]
        done = [row for row in looked if self.done(row.cells)]
        taken = (done or looked)[0]
        self.total.row(taken, "pass" if done else "fail", int(done != []), 1)
        for row in rows:
            if row is not taken:
                self.total.row(row, "excluded")
        return done != []

    def reads_first(self):
        asked = self.measure.get("done") or {}
        asked = asked if isinstance(asked, list) else [asked]
        return self.log.first is not None and any(key.split(".")[0] == self.log.first for each in asked for key in each)


def summands(measure):
    return measure["of"] if measure["kind"] == "sum" else [measure]


class Rounds:
    """What each measure adds up to in a month, with what nobody wrote down on the rounds that were due."""

    def __init__(self, ledger, indicators):
        self.ledger, self.made, self.all, self.missing = ledger, {}, {}, {}
        of = {each["id"]: [one for part in each["parts"] for one in summands(part)] for each in indicators}
        self.measuring = {id(one): Measuring(ledger, one) for own in of.values() for one in own}
        self.coverages = {name: [one for one in own if one["kind"] == "coverage"] for name, own in of.items()}

    def rows(self, measure, month):
        """What the rows of the measure's own log add up to."""
        key = (id(measure), month)
        if key not in self.made:
            self.made[key] = self.measuring[id(measure)].run(month)
        return self.made[key]

    def tally(self, measure, month):
        """The same, with what was looked at and what was missed on the rounds that bear on it."""
        key = (id(measure), month)
        if key not in self.all:
            self.all[key] = self.with_rounds(measure, month)
        return self.all[key]

    def with_rounds(self, measure, month):
        tally = Tally()
        tally.add(self.rows(measure, month))
        if self.ledger.handed[month].get(measure["log"]) is None:
            return tally
        for entry, slot, asked in self.missed(measure["log"], month).values():
            if any(self.bears_on(says, measure) for says in asked):
                tally.without_row(entry, slot)
        for seer in self.seers(measure):
            seen = self.rows(seer, month)
            for entry, slot in seen.due + seen.open:
                tally.without_row(entry, slot)
            for place, sum_ in seen.places.items():
                tally.at(place).seen += sum_.seen
        return tally

    def seers(self, measure):
        return [seer for each in measure.get("seenBy", []) for seer in self.coverages[each]]

    def missed(self, log, month):
        """For every round of a log of which no row speaks, what its row would have said for each measure that asks for one."""
        if (log, month) not in self.missing:
            found = self.missing[log, month] = {}
            for measure in [each for of in self.coverages.values() for each in of if each["log"] == log]:
                fixed = {key: value for key, value in (measure.get("where") or {}).items() if not isinstance(value, (list, dict))}
                for entry, slot in self.rows(measure, month).due:
                    matched = {key: entry[of] for key, of in measure["match"].items()}
                    *_, asked = found.setdefault((entry["id"], slot[0]), (entry, slot, []))
                    asked.append(dict(self.ids(measure, fixed), **matched))
        return self.missing[log, month]

    def ids(self, measure, fixed):
        """What is fixed, with entries of registers by their ids."""
        columns = self.ledger.logs[measure["log"]].columns
        refers = {key: register_of(columns[key], self.ledger.names) for key in fixed if key in columns}
        return {key: self.ledger.names[name[0]].find(fixed[key]) if name else fixed[key] for key, name in refers.items()}

    def bears_on(self, says, measure):
        if measure["kind"] == "coverage":
            return False
        if measure["kind"] == "count" and (measure["events"] != "unwanted" or measure.get("seenBy")):
            return False
        if measure["kind"] == "side" and (measure["as"] != "numerator" or measure.get("events") != "unwanted"):
            return False
        return self.may_meet(says, measure, measure.get("where")) and self.may_meet(says, measure, looked_at(measure))

    def may_meet(self, says, measure, conditions):
        known = {key: each for key, each in (conditions or {}).items() if key.split(".")[0] in says and not compares(each)}
        return compiled(self.ledger, self.ledger.logs[measure["log"]], known)(says)
