import type { Component } from '../documents/body.ts';
import type { Entry } from '../documents/library.ts';
import type { Section } from '../documents/section.ts';
import { clauseId } from '../documents/text.ts';
import { Gathering } from '../problem/gathering.ts';
import { type Outcome, type Place, type Problem, problem } from '../problem/problem.ts';

/** A clause of the plan: its permanent id, where it stands, what it says. */
export interface Clause {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  /** The number that the plan itself prints, where it prints one. */
  readonly number: string | null;
  /** Line of the source plan; null where it has no numbered lines. */
  readonly sourceLine: number | null;
  /** 1 for the section's main headings. */
  readonly depth: number;
  readonly indicator: string | null;
  readonly text: string;
  /** The clause as MDX. */
  readonly source: string;
  readonly place: Place;
}

function clauseOf(component: Component, section: Entry<Section>): Outcome<Clause | null> {
  const { id = '', title = '', number, line, indicator } = component.attributes;
  const problems: Problem[] = [];
  if (!clauseId.safeParse(id).success)
    problems.push(problem('document/id', component.place, `条款编号“${id}”不合规则`, '条款编号形如 5.1-2-1-1'));
  else if (!id.startsWith(`${section.data.number}-`)) {
    problems.push(
      problem(
        'document/id',
        component.place,
        `条款 ${id} 不属于章节 ${section.data.number}`,
        `本章节的条款以 ${section.data.number}- 开头`,
      ),
    );
  }
  if (title === '') problems.push(problem('document/field', component.place, `条款 ${id} 没有标题`, '请写 title="…"'));
  if (problems.length > 0) return { value: null, problems };
  const value: Clause = {
    id,
    section: section.id,
    title,
    number: number ?? null,
    sourceLine: line === undefined ? null : Number(line),
    depth: id.split('-').length - 1,
    indicator: indicator ?? null,
    text: component.text,
    source: section.body.slice(...component.span),
    place: component.place,
  };
  return { value, problems };
}

/** Every `<Clause>` of the plan's sections in order. Reports ids that are broken, foreign to their section, or used twice. */
export function clausesOf(sections: readonly Entry<Section>[]): Outcome<ReadonlyMap<string, Clause>> {
  const clauses = new Map<string, Clause>();
  const all = new Gathering();
  for (const section of sections) {
    for (const component of section.components) {
      if (component.name !== 'Clause') continue;
      const clause = all.take(clauseOf(component, section));
      if (clause === null) continue;
      const first = clauses.get(clause.id);
      if (first === undefined) clauses.set(clause.id, clause);
      else {
        const message = `条款编号 ${clause.id} 已用于 ${first.place.file} 第${first.place.line}行`;
        all.add([problem('document/duplicate-id', component.place, message, '条款编号永久唯一，请改用新编号')]);
      }
    }
  }
  return { value: clauses, problems: all.problems };
}
