import type { Paper } from '../paper/paper.ts';
import { say, text } from '../paper/say.ts';
import { heading, list } from '../paper/tell.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

const lostPaper = ({ latest }: Inputs): Paper => ({
  title: '没有这个页面',
  kind: 'help',
  description: '网址没有对应的页面：可以搜索，或从目录找。',
  lead: '网址可能输错了，也可能页面属于还没有发布的月份；本站的网址一经发布不会改动。',
  search: false,
  contents: false,
  blocks: [
    heading('从目录找'),
    list([
      say`${text('首页', { kind: 'index', of: 'home' })}：最近一个月的结论`,
      say`${text('最新一期服务报告', { kind: 'report', id: latest })}`,
      say`${text('服务方案目录', { kind: 'index', of: 'plan' })}：按条款编号查找`,
      say`${text('作业规程', { kind: 'index', of: 'procedures' })}：每件事怎么做`,
      say`${text('怎样使用本站', { kind: 'index', of: 'help' })}`,
    ]),
  ],
});

/** What stands for every unknown address. */
export const lostPage = singlePage(lostPaper);
