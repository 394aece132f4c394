import type { Month } from '../core/calendar/date.ts';
import type { Part } from '../core/indicators/indicator.ts';
import type { Project } from '../core/project/project.ts';
import { type Agreed, agreedIn } from '../core/reports/agreed.ts';
import { dateWords } from './dates.ts';
import { locationName, type Naming } from './names.ts';
import type { Fact } from './paper/block.ts';
import { quote } from './paper/say.ts';

/** 方案每日；按2024年10月30日的决定每周（田庄台营业所、高升营业所）: both, so that nobody takes the one for the other. */
export function agreedWords({ asked, frequency, decided, locations }: Agreed, naming: Naming): string {
  const by = decided === null ? '排期' : `按${dateWords(decided)}的决定`;
  const where = locations.map((id) => locationName(naming, id)).join('、');
  return `方案${asked}；${by}${frequency}${where === '' ? '' : `（${where}）`}`;
}

/** What is asked for less often than in the plan, beside the verdict; nothing where the schedule asks for all of it. */
export function agreedFacts({ assessment, ledger, contract }: Project, parts: readonly Part[], month: Month): Fact[] {
  const naming = { registers: ledger.registers, contract };
  const all = parts.flatMap((part) => agreedIn(assessment, part, month));
  const items = new Set(all.map(({ item }) => item));
  const said = all.map((each) => `${items.size > 1 ? `${each.item}：` : ''}${agreedWords(each, naming)}`);
  return said.length === 0 ? [] : [{ label: '少于方案', value: [quote(said.join('。'))] }];
}
