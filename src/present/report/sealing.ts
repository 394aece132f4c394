import type { Assessment } from '../../core/indicators/assessment.ts';
import type { SealedMonth } from '../../core/seals/seal.ts';
import { dateWords, monthWords } from '../dates.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text, time } from '../paper/say.ts';
import type { Row } from '../paper/table.ts';
import { amendedWords, amendmentWords, digestMark, grouped } from '../seal.ts';
import { amendmentTable } from '../tables/amendments.ts';
import { column, heading, note, paragraph, sealedOf, type Telling, table } from './telling.ts';

/** 封存摘要：3f2a …: what is signed, by its digest; nothing for what is not sealed. */
export function digestPieces(sealed: SealedMonth | undefined): Pieces {
  if (sealed === undefined) return [];
  const { label, digest } = digestMark(sealed);
  return say`${quote(label)}：${quote(grouped(digest))}。`;
}

/** 封存与修订 of a month that was sealed: by what it is known, and everything that was changed since. */
function sealedBlocks({ seal, amendments }: SealedMonth, assessment: Assessment): ReportBlock[] {
  const links = [{ name: '封存', link: seal }, ...amendments.map((link) => ({ name: `修订${link.number}`, link }))];
  const rows = links.map(
    ({ name, link }): Row => ({
      cells: [[quote(name)], [time(dateWords(link.date))], [quote(link.post)], [quote(grouped(link.digest))]],
    }),
  );
  const { month } = seal;
  const bundle = text('凭据包', { kind: 'bundle', month });
  const desk = text('台账校验', { kind: 'index', of: 'check', anchor: 'bundle' });
  return [
    paragraph(
      say`本月的数据、结论所依据的规定和各项结论已经封存。封存以后的任何改动都不能发布；确须更正的另作修订，写明理由，修订前后的值都列出。`,
    ),
    ...table(
      'seal',
      '封存摘要（SHA-256）',
      [column('名称', 5), column('日期', 8), column('岗位', 6), column('摘要', 30)],
      rows,
      true,
    ),
    note(say`${bundle}里有全部数据、规定、结论和封存，可用通行的工具核对；手里只有纸质件的，在${desk}页输入摘要即可查对。`),
    ...amendments.flatMap((amendment): ReportBlock[] => [
      paragraph(say`${quote(amendmentWords(amendment))}的理由：${quote(amendment.reason)}`),
      { ...amendmentTable(amendment, assessment), looks: ['report'] },
    ]),
  ];
}

/** Of a longer period, the months that were amended after they were issued. */
function amendedMonths({ report, seals }: Telling): Pieces {
  const amended = report.months.filter((month) => (seals.get(month)?.amendments.length ?? 0) > 0);
  const told = amended.map(
    (month) => say`${time(monthWords(month), { kind: 'report', id: month })}${quote(amendedWords(seals.get(month)))}`,
  );
  return told.length === 0 ? [] : say`${joined(told, '，')}：修订前后的值列在各该月的报告中。`;
}

/** 封存与修订: whether the report can still change, and what was changed after it was sealed. */
export function sealingSection(telling: Telling, assessment: Assessment): ReportBlock[] {
  const sealed = sealedOf(telling);
  const months = amendedMonths(telling);
  const open = note(say`数据更正之后，本报告随之重算；已经签字的纸质件不变，以签字件所载的数据状态为准。`);
  if (sealed === undefined)
    return telling.report.period.kind !== 'month' && months.length > 0 ? [paragraph(months), open] : [open];
  return [heading(3, 'sealing', '封存与修订'), ...sealedBlocks(sealed, assessment)];
}
