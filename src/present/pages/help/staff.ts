import { serviceIds, serviceName } from '../../names.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Pieces } from '../../paper/piece.ts';
import { joined, quote, say, text } from '../../paper/say.ts';
import { heading, numbered, paragraph } from '../../paper/tell.ts';
import { searchExamples } from '../../search/examples.ts';
import type { Inputs } from '../inputs.ts';
import { singlePage } from '../page-type.ts';
import { crumbs } from './crumbs.ts';

/** The procedures of each service. */
function shelves({ project }: Inputs): Pieces[] {
  const { registers } = project.ledger;
  return serviceIds(registers).map((service) => [
    quote(serviceName(registers, service), { kind: 'index', of: 'procedures', anchor: service }),
  ]);
}

/** A checklist, as an example; nothing where there is none. */
function checklistExample({ project }: Inputs): Pieces {
  const [first] = project.content.procedures;
  return first === undefined ? [] : say`，例如${quote(first.data.title, { kind: 'checklist', id: first.id })}`;
}

function staffPaper(inputs: Inputs): Paper {
  const sayings = searchExamples(inputs.project.content).slice(0, 3);
  const such = sayings.length === 0 ? '' : `，例如${sayings.map((each) => `“${each}”`).join('')}`;
  const search = text('搜索', { kind: 'index', of: 'search' });
  const procedures = text('作业规程', { kind: 'index', of: 'procedures' });
  const organisation = text('组织与联系', { kind: 'index', of: 'organisation' });
  return {
    title: '作业人员：怎样查一件事怎么做',
    kind: 'help',
    description: '作业人员怎样用手机查规程、看安全要求、打印检查单，找不到时怎么办。',
    lead: '手机上搜一个平常的词，就能看到这件事怎么做；出门前打印一张检查单，做一步勾一步。',
    breadcrumbs: crumbs,
    blocks: [
      heading('找一件事怎么做'),
      numbered([
        say`打开${search}，写平常的叫法${quote(such)}。`,
        say`或者打开${procedures}，按服务找：${joined(shelves(inputs), '、')}。`,
        '规程里先看“安全”，再看“带什么”和“步骤”；做完照“怎样算做好”检查。',
      ]),
      heading('打印检查单'),
      numbered([
        say`每项规程上方有“打印检查单”，一张A4纸${checklistExample(inputs)}。`,
        '签岗位代码和日期，不写姓名。',
        '纸上的二维码用手机一扫，就回到这项规程。',
      ]),
      heading('在微信里打开的'),
      paragraph('可以看，不能打印和下载。点右上角“…”，选“在浏览器打开”，就都可以了。'),
      heading('做完记什么'),
      paragraph('规程的“记什么”写明填哪张表；写着台账名的，由台账员按月交。哪里出了问题，看“出了问题怎么办”。'),
      heading('找谁'),
      paragraph(say`岗位、渠道和会议见${organisation}。`),
    ],
  };
}

/** How staff find how a thing is done. */
export const staffHelpPage = singlePage(staffPaper);
