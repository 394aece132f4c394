"""What the rows of a month add up to for each measure of the table, by the place where they belong."""

from cells import register_of
from conditions import compares, compiled
from ledger import MINUTES, last_day, minutes


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


class Tally:
    """The sums of all places, with the rows and the unmet slots behind them; the place None is of what belongs to none."""

    def __init__(self):
        self.places, self.rows, self.due = {}, [], []
        # Whether each round that was due is shown to be done, by its entry of the schedule and its first day.
        self.shown = {}

    def at(self, place):
        if place not in self.places:
            self.places[place] = Sum()
        return self.places[place]

    def row(self, row, how, numerator=0, denominator=0):
        self.rows.append((row.file, row.line, how))
        sum_ = self.at(row.place)
        sum_.numerator += numerator
        sum_.denominator += denominator
        sum_.excluded += how == "excluded"
        sum_.unknown += how == "unknown"
        sum_.seen += how in ("pass", "fail")

    def add(self, other):
        self.rows += other.rows
        self.due += other.due
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
        chosen = [row for row in handed.rows if self.chosen(row.cells)]
        if self.measure["kind"] == "coverage":
            self.coverage(chosen)
            return self.total
        judge = getattr(self, self.measure["kind"].replace("-", "_"))
        for row in chosen:
            aside = next((how for how, test in self.set_aside if test(row.cells)), None)
            if aside is None:
                judge(row)
            else:
                self.total.row(row, aside)
        if self.hides is not None:
            for row in handed.rows:
                if self.hides(row.cells):
                    self.total.row(row, "unknown")
        return self.total

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
        took = self.took(start, end)
        if end is None and took <= allowed:
            self.total.row(row, "unknown")
        else:
            self.total.row(row, "pass" if took <= allowed else "fail", int(took <= allowed), 1)

    def took(self, start, end):
        """Minutes from one moment to another, or to the end of the month where there is no end yet."""
        return minutes(start, last_day(self.month)) + 1440 if end is None else minutes(start, end)

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
            value, ended = None if start is None else self.took(start, end), end is not None
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
        for row in chosen:
            by_match.setdefault(tuple(row.cells[field] or "" for field in self.measure["match"]), []).append(row)
        for entry, slot in self.ledger.due(self.log.id, self.month):
            if self.asked(entry):
                alike = by_match.get(tuple(entry[field] or "" for field in self.measure["match"].values()), [])
                self.occurrence(entry, slot, [row for row in alike if row.line not in used and self.dated(row, slot)], used)
        for row in chosen:
            if row.line not in used:
                self.total.row(row, "excluded")

    def dated(self, row, slot):
        return slot[0] <= row.cells[self.date][:10] <= slot[1]

    def occurrence(self, entry, slot, found, used):
        counting = [row for row in found if not self.set_aside[0][1](row.cells)]
        if found == []:
            self.total.at(entry["location"]).denominator += 1
            self.total.due.append((entry, slot))
            self.total.shown[entry["id"], slot[0]] = False
        elif counting != []:
            used.update(row.line for row in counting)
            self.total.shown[entry["id"], slot[0]] = self.taken(counting)

    def taken(self, rows):
        """Counts the row that says most for a round, and tells whether it says that it was done."""
        looked = rows
        if self.reads_first():
            # A recheck does not count without a decision, and the plan states none.
            looked = [min(rows, key=lambda row: (row.cells[self.date][:10], row.line))]
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
        for entry, asked in self.missed(measure["log"], month).values():
            if any(self.bears_on(says, measure) for says in asked):
                tally.at(entry["location"]).unknown += 1
        for seer in self.seers(measure):
            seen = self.rows(seer, month)
            for entry, _ in seen.due:
                tally.at(entry["location"]).unknown += 1
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
                    _, asked = found.setdefault((entry["id"], slot[0]), (entry, []))
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
