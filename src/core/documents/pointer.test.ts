import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pointer, pointersIn } from './pointer.ts';

const id = z.string().regex(/^\w+$/u);
const toClause = pointer('clause', id);
const toRole = pointer('role', id);

describe('pointersIn', () => {
  it('finds what fields point at, wherever they stand, and leaves a document’s own id alone', () => {
    const schema = z.strictObject({
      id,
      clauses: z.array(toClause).min(1),
      owner: toRole.nullable(),
      steps: z.array(z.strictObject({ by: toRole.optional(), text: z.string() })).default([]),
    });
    const value = schema.parse({ id: 'x', clauses: ['a', 'b'], owner: null, steps: [{ text: 'n' }, { by: 'r', text: 'm' }] });
    expect(pointersIn(schema, value)).toEqual([
      { kind: 'clause', id: 'a', path: ['clauses', 0] },
      { kind: 'clause', id: 'b', path: ['clauses', 1] },
      { kind: 'role', id: 'r', path: ['steps', 1, 'by'] },
    ]);
  });

  it('says once what several forms of a document have in common', () => {
    const form = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), clause: toClause });
    for (const schema of [z.union([form('a'), form('b')]), z.discriminatedUnion('kind', [form('a'), form('b')])])
      expect(pointersIn(schema, { kind: 'b', clause: 'c' })).toEqual([{ kind: 'clause', id: 'c', path: ['clause'] }]);
  });

  it('does not take the id of one field for that of another', () => {
    expect(pointersIn(z.strictObject({ id }), { id: 'a' })).toEqual([]);
    expect(pointersIn(toRole, 'a')).toEqual([{ kind: 'role', id: 'a', path: [] }]);
  });
});
