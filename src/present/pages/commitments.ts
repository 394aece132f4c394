import { commitmentAreas } from '../../core/documents/commitment.ts';
import type { Content } from '../../core/project/project.ts';
import { monthWords } from '../dates.ts';
import { areaWords, audiences, audienceWords } from '../documents.ts';
import { documentsSentence } from '../evidence.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { text } from '../paper/say.ts';
import { heading, paragraph } from '../paper/tell.ts';
import { standingsSentence } from '../standing.ts';
import { type CommitmentList, commitmentTable } from '../tables/commitments.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

type Entries = Content['commitments'];

/** Whom some commitments are made to. */
const audiencesOf = (entries: Entries): string => [...new Set(entries.map(({ data }) => data.promisedTo))].join(' ');

/** The areas that have commitments, each with them. */
const areasOf = (entries: Entries) =>
  commitmentAreas
    .map((area) => ({ area, own: entries.filter(({ data }) => data.area === area) }))
    .filter(({ own }) => own.length > 0);

const table = (inputs: Inputs, entries: Entries, list: Pick<CommitmentList, 'id' | 'caption'>): Block =>
  commitmentTable(inputs, { ...list, ids: entries.map(({ id }) => id), quiet: true });

/** The commitments that were not met, or of which it is not known. */
function attentionSection(inputs: Inputs): Block {
  const { project, latest, standings } = inputs;
  const attention = project.content.commitments.filter(({ id }) => {
    const reading = standings.get(id)?.reading;
    return reading === 'missed' || reading === 'incomplete' || reading === 'no-data';
  });
  const caption = `${monthWords(latest)}未达标、数据不完整或无数据的承诺`;
  const blocks = [
    heading('需要关注', { count: `${attention.length}项` }),
    attention.length === 0
      ? paragraph(`${monthWords(latest)}没有未达标、数据不完整或无数据的承诺。`)
      : table(inputs, attention, { id: 'attention', caption }),
  ];
  return { kind: 'section', audiences: audiencesOf(attention), blocks };
}

/** The commitments of each area, of which a reader may ask for those made to one audience. */
function audiencesBlock(inputs: Inputs): Block {
  const { content, contract } = inputs.project;
  const { commitments } = content;
  const areas = areasOf(commitments);
  const choices = audiences.map((audience) => {
    const count = commitments.filter(({ data }) => data.promisedTo === audience).length;
    return { audience, label: `${audienceWords(audience, contract.words)}（${count}）` };
  });
  const sections = areas.map(({ area, own }): Block => {
    const head = heading(areaWords[area], { count: `${own.length}项` });
    const listed = table(inputs, own, { id: `of-${area}`, caption: `${areaWords[area]}方面的承诺` });
    return { kind: 'section', id: area, audiences: audiencesOf(own), blocks: [head, listed] };
  });
  return {
    kind: 'audiences',
    label: '对谁的承诺',
    choices: [{ audience: 'all', label: `全部（${commitments.length}）` }, ...choices],
    parts: areas.map(({ area, own }) => ({ label: areaWords[area], anchor: area, audiences: audiencesOf(own) })),
    blocks: [attentionSection(inputs), ...sections],
  };
}

function commitmentsPaper(inputs: Inputs): Paper {
  const { latest, standings } = inputs;
  return {
    title: '服务承诺',
    kind: 'commitment',
    description: '方案中的全部承诺，逐项写明由什么核对、哪些没有核对、现在是否做到。',
    search: 'lead',
    lead: `${standingsSentence([...standings.values()], latest)}${documentsSentence(inputs)}`,
    month: latest,
    contents: false,
    blocks: [
      audiencesBlock(inputs),
      { kind: 'actions', items: [[text('机器可读（JSON）', { kind: 'data', of: 'commitments' })]] },
    ],
  };
}

/** All commitments by area, those that need action before them. */
export const commitmentsPage = singlePage(commitmentsPaper);
