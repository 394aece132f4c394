import { type Problem, problem } from '../problem/problem.ts';
import type { Content } from './project.ts';

/** A clause that carries an indicator must be the one on which the indicator rests; further indicators may rest on it too. */
function oneSided({ clauses, indicators }: Content): Problem[] {
  return [...clauses.values()].flatMap((clause): Problem[] => {
    const own = indicators.find(({ id }) => id === clause.indicator);
    if (own === undefined || own.data.clause === clause.id) return [];
    const message = `条款 ${clause.id} 写明指标 ${own.id}，但该指标依据条款 ${own.data.clause}`;
    return [problem('reference/one-sided', clause.place, message, '请让条款与指标互相指向')];
  });
}

/** A promise whose every clause, or every proof, does not exist hangs in the air. */
function orphans({ commitments, clauses, indicators, records, unread }: Content): Problem[] {
  if (unread.length > 0) return [];
  const known = new Set([...indicators.map(({ id }) => id), ...(records?.data.records ?? []).map(({ id }) => id)]);
  return commitments.flatMap((entry): Problem[] => {
    const { data } = entry;
    const founded = data.clauses.some((id) => clauses.has(id));
    const proofs = [...data.proof.flatMap((link) => link.indicators), ...data.documents.map(({ ref }) => ref ?? '')];
    const proven = data.notMeasurable !== undefined || proofs.some((id) => id === '' || known.has(id));
    if (founded && proven) return [];
    const place = entry.place([founded ? 'proof' : 'clauses']);
    return [
      problem(
        'document/orphan',
        place,
        founded ? '承诺没有任何现存的指标或文件证明' : '承诺没有任何现存的条款依据',
        '请改正引用，或写明不可度量的原因',
      ),
    ];
  });
}

/** Clauses with text on which nothing rests: usually introductions and closings, listed so that no promise is overlooked. */
function unusedClauses({ clauses, commitments, indicators, procedures, standards }: Content): Problem[] {
  const used = new Set([
    ...indicators.map(({ data }) => data.clause),
    ...commitments.flatMap(({ data }) => data.clauses),
    ...procedures.flatMap(({ data }) => data.clauses),
    ...standards.flatMap(({ data }) => data.items.flatMap((item) => item.clauses)),
  ]);
  return [...clauses.values()]
    .filter(({ id, text }) => !used.has(id) && text.trim() !== '')
    .map(({ id, title, place }) => problem('clause/unused', place, `没有承诺、指标、规程或标准依据条款 ${id}“${title}”`));
}

/** Two indicators of one name in one service cannot be told apart by a reader. */
function sameNames({ indicators }: Content): Problem[] {
  const first = new Map<string, string>();
  return indicators.flatMap((entry): Problem[] => {
    const { id, name, service } = entry.data;
    const key = `${service}/${name}`;
    const other = first.get(key);
    first.set(key, other ?? id);
    if (other === undefined) return [];
    return [
      problem('indicator/same-name', entry.place(['name']), `指标“${name}”与同一服务的 ${other} 同名`, '请改其中一项的名称'),
    ];
  });
}

/** Whether clauses, promises and indicators hang together: reports reference/one-sided, document/orphan, clause/unused and indicator/same-name. */
export function checkCoherence(content: Content): Problem[] {
  return [...oneSided(content), ...orphans(content), ...unusedClauses(content), ...sameNames(content)];
}
