"""Verdicts of the table's indicators over months, quarters, years and years to date, of the whole contract and of one place."""

from fractions import Fraction

from ledger import MINUTES, last_day, months_between
from measures import Sum, summands

WHOLE, NOWHERE = "whole", None
SPANS = {"month": 1, "quarter": 3, "year": 12}
BASES = ("plan", "implied", "proposed")
SMALL = 10


def quarter_of(month):
    last = (int(month[5:]) + 2) // 3 * 3
    return "%s-Q%d" % (month[:4], last // 3), months_between("%s-%02d" % (month[:4], last - 2), "%s-%02d" % (month[:4], last))


def year_of(month):
    return month[:4], months_between(month[:4] + "-01", month[:4] + "-12")


def period_of(target, month):
    """The id and the calendar months of the target's own period in which a month lies."""
    return {"month": lambda each: (each, [each]), "quarter": quarter_of, "year": year_of}[target["period"]](month)


def months_of(period):
    """The calendar months of a period by its id: 2026-09, 2026-Q3, 2026 or 2026-09-ytd."""
    if period.endswith("-ytd"):
        return months_between(period[:4] + "-01", period[:7])
    if "Q" in period:
        return quarter_of("%s-%02d" % (period[:4], int(period[-1]) * 3))[1]
    return [period] if "-" in period else year_of(period + "-01")[1]


def exact(number):
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def unfinished(period, calendar, months):
    """Whether a quarter or a year has its last month still to come."""
    return not period.endswith("-ytd") and calendar[-1] > months[-1]


class Part:
    """A part of an indicator with its logs."""

    def __init__(self, measure, rounds, start):
        self.measure, self.rounds, self.ledger = measure, rounds, rounds.ledger
        self.summands = summands(measure)
        self.kind, self.figure = self.summands[0]["kind"], measure.get("figure")
        self.target = dict({"period": "month", "from": start}, **measure["target"]) if "target" in measure else None
        self.own = sorted({one["log"] for one in self.summands})
        self.elsewhere = sorted({seer["log"] for one in self.summands for seer in rounds.seers(one)} - set(self.own))
        self.unwanted = self.kind == "count" and measure["events"] == "unwanted"
        self.bounded = not any(one["kind"] in ("mean", "sum-share") for one in self.summands)
        self.monthly, self.judgements = {}, {}

    def tallies(self, months):
        return [self.rounds.tally(one, month) for month in months for one in self.summands]

    def month(self, month):
        """The sums of a month by place."""
        if month not in self.monthly:
            places = self.monthly[month] = {WHOLE: Sum()}
            for tally in self.tallies([month]):
                for place, sum_ in tally.places.items():
                    places.setdefault(place, Sum()).add(sum_)
                    places[WHOLE].add(sum_)
        return self.monthly[month]

    def sum(self, months, place):
        total = Sum()
        for month in months:
            sum_ = self.month(month).get(place)
            if sum_ is not None:
                total.add(sum_)
        if len(months) > 1:
            for one, before, row in self.told_again(months):
                if place in (WHOLE, row.place):
                    alone = self.rounds.tally(one, before).waiting.get((row.file, row.line))
                    if alone is not None:
                        total.take_back(alone)
        return total

    def told_again(self, months):
        """Every row of one of some months that another of them tells again, with its measure and its month."""
        for month in months:
            for one in self.summands:
                for before, row in self.rounds.tally(one, month).again:
                    if before in months:
                        yield one, before, row

    def bears_on(self, place):
        """Whether the part may say something of a place, or of what belongs to none."""
        if place == WHOLE:
            return True
        placed = [self.ledger.placing[log] is not None for log in self.own]
        if place is not NOWHERE:
            return any(placed)
        return not all(placed) or any(NOWHERE in self.month(month) for month in self.ledger.months)

    def judge(self, period, place):
        key = (period, place)
        if key not in self.judgements:
            self.judgements[key] = self.judged(period, months_of(period), place)
        return self.judgements[key]

    def judged(self, period, calendar, place):
        own = [month for month in calendar if month in self.ledger.months]
        if self.target is None:
            under_way = "under-way" if self.under_way(period, calendar) else None
            return Judgement(self, period, own, place, under_way or self.lacking(own) or "not-applicable")
        if own == [] or not self.in_force(own[-1]) or not self.bears_on(place):
            return Judgement(self, period, own, place, None)
        if SPANS[self.target["period"]] > len(calendar if unfinished(period, calendar, own) else own):
            whole, months = period_of(self.target, own[-1])
            if months[-1] != own[-1]:
                return Judgement(self, period, own, place, None)
            return self.decided(whole, months, place)
        return self.decided(period, calendar, place)

    def in_force(self, month):
        """Whether the target holds on the last day of a month."""
        return self.target is not None and self.target["from"] <= last_day(month)

    def decided(self, period, calendar, place):
        months = [month for month in calendar if month in self.ledger.months]
        under_way = self.under_way(period, calendar)
        return Judgement(self, period, months, place, "under-way" if under_way else self.verdict(calendar, months, place))

    def under_way(self, period, calendar):
        """Whether a period is not over: one of its logs told of a month to a day only, or its last months are still to come."""
        months = [month for month in calendar if month in self.ledger.months]
        told = any(self.ledger.under_way(log, month) for month in months for log in self.own + self.elsewhere)
        return told or unfinished(period, calendar, self.ledger.months)

    def lacking(self, months):
        states = {self.ledger.state(log, month) for month in months for log in self.own}
        if states == {"absent"}:
            return "no-data"
        return None if states == {"complete"} else "incomplete"

    def unseen(self, months):
        """Whether a log that sees what this part counts did not come in whole."""
        return any(self.ledger.state(log, month) != "complete" for month in months for log in self.elsewhere)

    def verdict(self, calendar, months, place):
        lacking = self.lacking(months)
        if lacking is not None:
            return lacking
        sum_ = self.sum(months, place)
        observed = self.observed(sum_)
        if self.unseen(months) and observed is not False:
            return "incomplete"
        changes = len({self.in_force(month) for month in months}) > 1
        if (self.kind == "count" or changes) and len(calendar) > SPANS[self.target["period"]]:
            return joined(self.each(months, place))
        if observed is False:
            return "missed"
        if sum_.unknown == 0:
            return "not-applicable" if observed is None else "met"
        kept = observed and self.bounded and all(self.reached(each) for each in extremes(sum_))
        return "met" if kept else "incomplete"

    def each(self, months, place):
        """The verdicts of the target's own periods that end within some months."""
        for month in months:
            period, calendar = period_of(self.target, month)
            if calendar[-1] == month and self.in_force(month):
                yield self.decided(period, calendar, place).verdict

    def observed(self, sum_):
        """Whether what is known satisfies the target; None when there is nothing to compare, or nobody looked."""
        return None if self.unwanted and sum_.numerator == 0 and sum_.seen == 0 else self.reached(sum_)

    def reached(self, sum_):
        """Whether the unrounded value satisfies the target; None when there is nothing to compare."""
        operator = self.target["operator"]
        goal = exact(self.target["value"]) * MINUTES.get(self.target["unit"], 1)
        value = exact(sum_.numerator)
        if self.kind != "count":
            if sum_.denominator == 0:
                return False if sum_.numerator > 0 and operator in ("<=", "<") else None
            goal *= exact(sum_.denominator)
            value *= 1 if self.kind == "mean" else 100
        tests = {">=": value >= goal, "<=": value <= goal, "==": value == goal, ">": value > goal, "<": value < goal}
        return tests[operator]


def extremes(sum_):
    """The sums if all cases without an outcome went one way or the other."""
    for more in (0, sum_.unknown):
        other = Sum()
        other.numerator, other.denominator = sum_.numerator + more, sum_.denominator + sum_.unknown
        yield other


class Judgement:
    """A part over a period at a place; the verdict None is not applicable because nothing is judged there and then."""

    def __init__(self, part, period, months, place, verdict):
        self.part, self.period, self.months = part, period, months
        self.target = part.target if months != [] and part.in_force(months[-1]) else None
        self.sum = part.sum(months, place)
        self.small = verdict is not None and part.kind != "count" and 0 < self.sum.denominator < SMALL
        self.verdict = verdict or "not-applicable"

    def without_cases(self):
        """What the logs alone say of what belongs to no place, where nothing else is judged."""
        if self.part.under_way(self.period, months_of(self.period)):
            return "under-way"
        return self.part.lacking(self.months) or ("incomplete" if self.part.unseen(self.months) else self.verdict)

    def reasoned(self):
        """Of how many cases without an outcome the verdict tells; None where it does not rest on them."""
        decided = self.target is not None and self.part.lacking(self.months) is None
        rests = self.verdict == "missed" or self.verdict in ("met", "incomplete") and not self.part.unseen(self.months)
        return self.sum.unknown or None if decided and rests else None

    def numbers(self):
        """Value, numerator and denominator; without data there is no number."""
        numerator, denominator = self.sum.numerator, self.sum.denominator
        if self.nothing():
            return None, None, None
        if self.part.kind == "count":
            return numerator, numerator, None
        scaled = numerator if self.part.kind == "mean" else numerator * 100
        return (scaled / denominator if denominator else None), numerator, denominator

    def nothing(self):
        """Whether nothing came in, or of a period under way nothing came in yet."""
        return self.verdict == "no-data" or self.verdict == "under-way" and self.part.lacking(self.months) == "no-data"

    def unit(self):
        target, kind = self.target, self.part.kind
        unit = (self.part.figure or "") if target is None else target["unit"]
        if self.nothing() or kind == "count":
            return unit
        return "%" if kind != "mean" else "min" if unit == "" or unit in MINUTES else unit

    def told(self):
        """The part as the JSON has it, as far as the rules speak of it."""
        value, numerator, denominator = self.numbers()
        return {
            "verdict": self.verdict,
            "basis": None if self.target is None else self.target["basis"],
            "value": value,
            "numerator": numerator,
            "denominator": denominator,
            "unit": self.unit(),
            "target": self.target,
            "judged": self.period,
            "excluded": self.sum.excluded,
            "unknown": self.sum.unknown,
            "small": self.small,
        }


def joined(verdicts):
    verdicts = list(verdicts)
    for verdict in ("under-way", "missed", "no-data", "incomplete", "met"):
        if verdict in verdicts:
            return verdict
    return "not-applicable"


class Verdicts:
    """Every indicator of the table, over any period and at any place."""

    def __init__(self, table, rounds):
        self.ledger = rounds.ledger
        self.parts = {each["id"]: [Part(measure, rounds, table["start"]) for measure in each["parts"]] for each in table["indicators"]}

    def judge(self, indicator, period, place=WHOLE):
        return [part.judge(period, place) for part in self.parts[indicator]]

    def verdict(self, indicator, period, place=WHOLE):
        return self.joined_at(self.judge(indicator, period, place), place)

    def joined_at(self, judged, place):
        """One verdict of all parts; what belongs to no place is not judged without the logs that may have told of it."""
        verdicts = [each.verdict for each in judged]
        if place is NOWHERE and any(each != "not-applicable" for each in verdicts):
            verdicts = [each.without_cases() if each.verdict == "not-applicable" else each.verdict for each in judged]
        return joined(verdicts)

    def told(self, indicator, period, place=WHOLE):
        """The indicator as the JSON has it."""
        judged = self.judge(indicator, period, place)
        parts = [each.told() for each in judged]
        whole = {"id": indicator, "verdict": self.joined_at(judged, place), "basis": basis_of(parts)}
        for field in ("value", "numerator", "denominator", "unit", "target"):
            whole[field] = parts[0][field] if len(parts) == 1 else "" if field == "unit" else None
        return dict(whole, parts=parts)

    def places(self, indicator, period):
        """The places, and None for none, of which the JSON of a period tells: where something came in, was due or is judged."""
        months = months_of(period)
        for place in [*self.ledger.registers["locations"][2], NOWHERE]:
            judged = self.judge(indicator, period, place)
            served = place is not NOWHERE and any(self.ledger.served(place, month) for month in months)
            if any(has_cases(each) for each in judged) or served and any(each.verdict != "not-applicable" for each in judged):
                yield place


def has_cases(judgement):
    sum_, kind = judgement.sum, judgement.part.kind
    counted = sum_.denominator if kind == "mean" else sum_.numerator if kind == "count" else sum_.numerator or sum_.denominator
    return sum_.excluded + sum_.unknown > 0 or counted != 0


def basis_of(parts):
    """Where the numbers come from on which a verdict stands: of a miss the firmest that was missed, else the weakest of all."""
    missed = [each["basis"] for each in parts if each["verdict"] == "missed"]
    own = missed or [each["basis"] for each in parts]
    return next((basis for basis in (BASES if missed else reversed(BASES)) if basis in own), None)
