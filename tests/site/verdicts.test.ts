import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Verdict, verdicts } from '../../src/core/indicators/verdict.ts';
import { verdictLooks } from '../../src/present/verdict.ts';
import { Reader, withoutScript } from '../reader.ts';
import { sample } from '../sample.ts';

const reader = new Reader();

interface Twin {
  readonly id: string;
  readonly verdict: Verdict;
  readonly value: number | null;
  readonly parts: readonly {
    readonly verdict: Verdict;
    readonly value: number | null;
    readonly numerator: number | null;
    readonly target: { readonly period: string } | null;
  }[];
}

const twinsOf = (month: string): Twin[] => {
  const { indicators }: { indicators: Twin[] } = JSON.parse(readFileSync(`dist/api/months/${month}.json`, 'utf8'));
  return indicators;
};
const months = readdirSync('dist/api/months').map((file) => file.slice(0, 7));

/** A case of each verdict, of one part with a monthly target, so that card, chart and row speak of the same number. */
function caseOf(verdict: Verdict): { month: string; id: string } {
  for (const month of [...months].reverse()) {
    const found = twinsOf(month).find(
      (twin) => twin.verdict === verdict && twin.parts.length === 1 && twin.parts[0]?.target?.period === 'month',
    );
    if (found !== undefined) return { month, id: found.id };
  }
  throw new Error(`no month of the sample has ${verdict}`);
}

/** All months of the sample are over; what is under way is its last quarter and year. */
const ofMonths = verdicts.filter((verdict) => verdict !== 'under-way');

const others = (verdict: Verdict) => verdicts.filter((each) => each !== verdict);
const page = (path: string) => readFileSync(join('dist', path, 'index.html'), 'utf8');

describe('the sample', () => {
  it('has every verdict, every kind of measure and every way of handing in', () => {
    const measures = sample.assessment.indicators.flatMap(({ parts }) => parts.map(({ measure }) => measure.kind));
    expect([...new Set(measures)].sort()).toEqual(['count', 'coverage', 'mean', 'share', 'sum-share', 'within']);
    const handed = sample.ledger.months.flatMap(({ logs }) => [...logs.values()].map(({ handed: { state } }) => state));
    expect([...new Set(handed)].sort()).toEqual(['absent', 'complete', 'incomplete', 'nil']);
    expect(new Set(months.flatMap((month) => twinsOf(month).map(({ verdict }) => verdict)))).toEqual(new Set(ofMonths));
  });
});

describe('the looks of the verdicts', () => {
  it('differ in word and in shape, so that a greyscale copy tells them apart', () => {
    const looks = Object.values(verdictLooks);
    expect(new Set(looks.map(({ word }) => word)).size).toBe(verdicts.length);
    expect(new Set(looks.map(({ shape }) => shape)).size).toBe(verdicts.length);
  });
});

describe.each(ofMonths)('%s', (verdict) => {
  const { month, id } = caseOf(verdict);
  const { word, shape } = verdictLooks[verdict];
  const link = `/compliance/${month}/${id}/`;

  it('is said in the card and the sentence of its evidence page', async () => {
    const { page: opened } = await reader.open(link, withoutScript);
    const said = (await opened.locator('main .actions .verdict').first().innerText()).replace(/\s/gu, '');
    expect(said).toMatch(new RegExp(`^${shape}${word}（(?:方案|推得|建议)）$`, 'u'));
    expect(await opened.locator('.lead').innerText()).toContain(word);
    await opened.emulateMedia({ media: 'print' });
    expect(await opened.locator('main .actions .verdict').first().isVisible()).toBe(true);
    await opened.context().close();
  });

  it('is said in its cell of the matrix, with its own shape', () => {
    const cell = page('compliance')
      .split('<td')
      .find((each) => each.includes(link));
    expect(cell).toContain(word);
    expect(cell).toContain(`>${shape}<`);
    for (const other of others(verdict)) expect(cell).not.toContain(`>${verdictLooks[other].shape}<`);
  });

  it('is said in its row of the month', () => {
    const row = page(`compliance/${month}`)
      .split('<tr')
      .find((each) => each.includes(link));
    expect(row).toContain(`</i>${word}`);
  });

  it('is drawn and said in the chart and in the table beside it', () => {
    const html = page(`compliance/${month}/${id}`);
    const figure = html.split('<figure').find((each) => each.includes('逐期数值') && each.includes(link)) ?? '';
    expect(figure.split('</svg>')[0]).toContain(word);
    const row = figure.split('<tr').find((each) => each.includes(link)) ?? '';
    expect(row).toContain(word);
    for (const other of others(verdict)) expect(row).not.toContain(`</i>${verdictLooks[other].word}`);
  });

  it('is said in JSON', () => {
    const twin: Twin = JSON.parse(readFileSync(`dist/api/compliance/${month}/${id}.json`, 'utf8'));
    expect(twin.verdict).toBe(verdict);
  });
});

describe('under-way', () => {
  const { word, shape } = verdictLooks['under-way'];
  const newest = months[months.length - 1] ?? '';
  const quarter = `${newest.slice(0, 4)}-Q${Math.ceil(Number(newest.slice(5)) / 3)}`;

  it('is said of every indicator of a quarter that is not over, and of none of its months', () => {
    const { indicators }: { indicators: Twin[] } = JSON.parse(readFileSync(`dist/api/periods/${quarter}.json`, 'utf8'));
    expect(new Set(indicators.map(({ verdict }) => verdict))).toEqual(new Set(['under-way']));
    expect(twinsOf(newest).map(({ verdict }) => verdict)).not.toContain('under-way');
  });

  it('is said with its own shape wherever the quarter is shown, on paper too', async () => {
    const { page: opened } = await reader.open(`/compliance/${quarter}/`, withoutScript);
    for (const media of ['screen', 'print'] as const) {
      await opened.emulateMedia({ media });
      const said = await opened.locator('main .verdict:visible').allInnerTexts();
      // Beside what its months say, that are over.
      const told = said.filter((each) => each.replace(/\s/gu, '').startsWith(`${shape}${word}`));
      expect(told.length).toBeGreaterThan(90);
    }
    await opened.context().close();
  });
});

describe('what is missing', () => {
  it('is never a number in JSON', () => {
    const wrong = months.flatMap((month) =>
      twinsOf(month).flatMap(({ id, parts }) =>
        parts
          .filter((part) => part.verdict === 'no-data' && (part.value !== null || part.numerator !== null))
          .map(() => `${month} ${id}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is never read as 0, 100 %, blank or met on any evidence page', () => {
    const wrong = months.flatMap((month) =>
      twinsOf(month)
        .filter(({ verdict, parts }) => verdict === 'no-data' && parts.every((part) => part.verdict === 'no-data'))
        .flatMap(({ id }) => {
          const html = page(`compliance/${month}/${id}`);
          const lead = /<p class="lead"[^>]*>([^<]*)/u.exec(html)?.[1] ?? '';
          const card = html.slice(html.indexOf('class="actions"'), html.indexOf('<figure'));
          const value = /<dt>值<\/dt>\s*<dd>([^<]*)/u.exec(card)?.[1];
          const sound =
            lead.includes('无数据') &&
            !/\d(?:\.\d+)?%（(?!方案|推得|建议)|0\/0|100%，/u.test(lead) &&
            value === '—' &&
            !card.includes('is-met');
          return sound ? [] : [`${month} ${id}: ${lead} ${value}`];
        }),
    );
    expect(wrong).toEqual([]);
  });
});
