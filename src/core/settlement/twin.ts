import type { Provenance } from '../documents/provenance.ts';
import type { Deduction, RuleLine } from './line.ts';
import type { Line, Settlement, Total } from './settlement.ts';

/** Points and yuan as numbers with two decimals. */
const inWhole = (hundredths: number): number => hundredths / 100;

const deductionTwin = (deduction: Deduction) =>
  deduction.kind === 'pending'
    ? { unit: deduction.unit === 'fen' ? 'yuan' : 'points', value: null, pending: deduction.reasons }
    : {
        unit: deduction.sum.unit === 'fen' ? 'yuan' : 'points',
        value: inWhole(deduction.sum.hundredths),
        pending: [],
        why: deduction.why,
      };

const ruleTwin = ({ rule, indicator, parts }: RuleLine) => ({
  rule: rule.id,
  clause: rule.clause,
  indicator: indicator.id,
  bases: parts.map(({ target }) => target?.basis ?? null),
  verdicts: parts.map(({ verdict }) => verdict),
});

const lineTwin = (line: Line) => ({
  kind: line.kind,
  account: line.account?.service ?? null,
  ...(line.kind === 'rule' ? ruleTwin(line) : {}),
  ...deductionTwin(line.deduction),
});

/** A total is null as long as one of its lines is pending; `known` is what the others add up to. */
const totalTwin = ({ hundredths, pending }: Total) => ({
  value: pending ? null : inWhole(hundredths),
  known: inWhole(hundredths),
});

/** `/api/settlements/<month>.json`: every line with the rule behind it, and the totals; nothing of these where no terms are agreed. */
export function settlementTwin(settlement: Settlement, provenance: Provenance) {
  const head = { schema: 'service-ledger/settlement/1', month: settlement.month, provenance };
  if (settlement.kind === 'unagreed') return { ...head, state: 'unagreed', agreed: null, lines: [], accounts: [], total: null };
  const { terms, lines, accounts, points, fen } = settlement;
  return {
    ...head,
    state: points.pending || fen.pending ? 'pending' : 'known',
    agreed: terms.agreed,
    lines: lines.map(lineTwin),
    accounts: accounts.map(({ account, points: own, fen: money }) => ({
      service: account.service,
      score: account.score === undefined ? null : inWhole(account.score),
      fee: account.fee === undefined ? null : inWhole(account.fee),
      points: totalTwin(own),
      yuan: totalTwin(money),
    })),
    total: { points: totalTwin(points), yuan: totalTwin(fen) },
  };
}
