import type { Assessment } from '../core/indicators/assessment.ts';
import { type Account, conservation, sumOf } from '../core/indicators/conservation.ts';

/** 有评价1158 + 写明不评价5 = 1163, with what is left over where something is. */
function accountWords<T>({ all, judged, declared, rest }: Account<T>): string {
  const over = rest.length === 0 ? '' : ` + 无评价也无原因${rest.length}`;
  return `有评价${judged} + 写明不评价${declared}${over} = ${all}`;
}

/** What became of the records and of what was due in every month, a line for each, for the terminal. */
export function accountsText(assessment: Assessment): string {
  const lines = assessment.months.map((month) => {
    const accounts = conservation(assessment, month);
    const records = sumOf(accounts.map((each) => each.records));
    const due = sumOf(accounts.map((each) => each.due));
    return `${month}  记录：${accountWords(records)}  应做：${accountWords(due)}`;
  });
  return lines.join('\n');
}
