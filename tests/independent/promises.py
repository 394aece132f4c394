"""How every promise of the table reads in a month, by the verdicts on what proves it."""

from verdicts import joined

READINGS = ("under-way", "met", "missed", "incomplete", "no-data", "not-applicable", "partly", "unchecked")


class Promises:
    def __init__(self, table, verdicts):
        self.table, self.verdicts = table, verdicts

    def judged(self, indicator):
        """Whether an indicator can be judged: each part of it has a target."""
        return all(part.target is not None for part in self.verdicts.parts[indicator])

    def deciding(self, promise):
        return [each for kind in ("whole", "part") for each in promise.get(kind, []) if self.judged(each)]

    def reading(self, promise, month):
        found = [self.verdicts.verdict(each, month) for each in self.deciding(promise)]
        if found == []:
            return "unchecked"
        verdict = joined(found)
        if verdict == "no-data" and set(found) != {"no-data"}:
            return "incomplete"
        whole = promise.get("whole", [])
        proved = whole != [] and all(self.judged(each) for each in whole) and "not-applicable" not in found
        return "partly" if verdict == "met" and not proved else verdict

    def since(self, promise, month):
        """The first month since which it has read so without interruption; None where nothing checks it."""
        if self.deciding(promise) == []:
            return None
        reading, first = self.reading(promise, month), month
        for earlier in reversed([each for each in self.verdicts.ledger.months if each < month]):
            if self.reading(promise, earlier) != reading:
                break
            first = earlier
        return first

    def told(self, month):
        """`/api/commitments.json` as far as the rules speak of it."""
        told = []
        for promise in self.table:
            verdicts = {each: self.verdicts.verdict(each, month) for each in self.deciding(promise)}
            told.append(
                {
                    "id": promise["id"],
                    "reading": self.reading(promise, month),
                    "since": self.since(promise, month),
                    "proof": {kind: {each: verdicts.get(each) for each in promise.get(kind, [])} for kind in ("whole", "part")},
                }
            )
        readings = [each["reading"] for each in told]
        return {
            "month": month,
            "counts": {each: readings.count(each) for each in READINGS},
            "commitments": {each["id"]: each for each in told},
        }
