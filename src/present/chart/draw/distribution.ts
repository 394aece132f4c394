import { plainText } from '../../paper/piece.ts';
import type { DistributionChart, DistributionPanel } from '../spec.ts';
import { area, escapeText, hatchesFor, type Picture, picture, tidy } from './frame.ts';

const height = 210;
const plot = { top: 52, bottom: 160 };

function drawPanel({ id, title, summary }: DistributionChart, panel: DistributionPanel): Picture {
  const { bins, borders, open, axis, within, label, limitWords, total, unit } = panel;
  const own = `${id}-${panel.id}`;
  const slots = bins.length + (open > 0 ? 1 : 0);
  const x = (at: number) => (at * 100) / slots;
  const y = (count: number) => tidy(plot.bottom - ((count - axis.min) / (axis.max - axis.min)) * (plot.bottom - plot.top));
  const grid = axis.ticks.map(
    (tick) =>
      `<line${tick === axis.min ? ' class="base"' : ''} x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}"/><text x="-8" y="${Number(y(tick)) + 5}">${tick}</text>`,
  );
  const columns = [...bins, ...(open > 0 ? [{ count: open, over: true }] : [])];
  const bars = columns.map(({ count, over }, at) =>
    count === 0
      ? ''
      : area(own, over ? 'over' : 'plain', x(at) + 6 / slots, 88 / slots, Number(y(count)), plot.bottom - Number(y(count))),
  );
  const counts = columns.map(({ count }, at) =>
    count === 0 ? '' : `<text x="${tidy(x(at + 0.5))}%" y="${Number(y(count)) - 5}">${count}</text>`,
  );
  const last = open > 0 ? '' : ' class="to"';
  const edges = borders.map(
    (border, at) =>
      `<text${at === bins.length ? last : ''} x="${tidy(x(at))}%" y="${plot.bottom + 20}">${escapeText(border)}</text>`,
  );
  const unfinished = open === 0 ? '' : `<text x="${tidy(x(bins.length + 0.5))}%" y="${plot.bottom + 38}">未完成</text>`;
  const at = tidy(x(within));
  const anchor = within * 2 > slots ? ' class="left" dx="-5"' : ' dx="5"';
  const goal = `<g class="limit drawn" data-series="1"><line x1="${at}%" x2="${at}%" y1="26" y2="${plot.bottom}"/><text${anchor} x="${at}%" y="38">${escapeText(limitWords)}</text></g>`;
  const heading = `<text x="-36" y="16">${escapeText(label)}，共${total}件</text>`;
  const axisWords = `<text class="axis" x="100%" y="${plot.bottom + 44}">用时（${unit}）；纵轴为件数</text>`;
  const body = `${hatchesFor(own, ['over'])}${heading}<g class="grid">${grid.join('')}</g><g class="drawn" data-series="0">${bars.join('')}</g>${goal}<g class="values" data-series="0">${counts.join('')}</g><g class="time">${edges.join('')}${unfinished}${axisWords}</g>`;
  return picture(own, `${title}：${label}`, plainText(summary), height, body);
}

/** A histogram for each limit; the limit stands at a border between two bins, and everything beyond it is hatched. */
export const drawDistribution = (spec: DistributionChart): Picture[] => spec.panels.map((panel) => drawPanel(spec, panel));
