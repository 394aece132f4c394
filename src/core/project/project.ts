import type { Definitions } from '../definitions/definitions.ts';
import { attachmentIndexSchema, attachmentSchema } from '../documents/attachment.ts';
import { type Blank, blanksSchema } from '../documents/blank.ts';
import { commitmentSchema } from '../documents/commitment.ts';
import { type Contract, contractFile, contractSchema } from '../documents/contract.ts';
import { contradictionsSchema } from '../documents/contradiction.ts';
import { type Filling, filling } from '../documents/filling.ts';
import { type ContentFiles, type DocumentReader, type Entry, readerOf, readFolder, readSingle } from '../documents/library.ts';
import { channelsSchema, meetingsSchema, recordsSchema, rolesSchema, unitsSchema } from '../documents/organisation.ts';
import { privateWords } from '../documents/privacy.ts';
import { procedureSchema } from '../documents/procedure.ts';
import { type Provenance, provenanceSchema } from '../documents/provenance.ts';
import { redirectsSchema } from '../documents/redirect.ts';
import { reportName, reportSchema } from '../documents/report.ts';
import { sectionSchema } from '../documents/section.ts';
import { checkSigners } from '../documents/signers.ts';
import { standardSchema } from '../documents/standard.ts';
import { strayContent } from '../documents/stray.ts';
import { synonymsSchema } from '../documents/synonyms.ts';
import { readYaml } from '../documents/yaml.ts';
import { Assessment } from '../indicators/assessment.ts';
import { type Indicator, indicatorOf, indicatorSchema } from '../indicators/indicator.ts';
import type { DataFiles } from '../ledger/file.ts';
import { type Ledger, readLedger } from '../ledger/ledger.ts';
import { strayData, tablesIn } from '../ledger/stray.ts';
import { logsWithUses } from '../logs/uses.ts';
import { Gathering } from '../problem/gathering.ts';
import { privateIn } from '../problem/privacy.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../problem/problem.ts';
import { readSeals, type Seals } from '../seals/reading.ts';
import { clausesOf } from './clauses.ts';
import { checkCoherence } from './coherence.ts';
import { checkConservation } from './conservation.ts';
import { type DefinitionFiles, definitionsOf, readDefinitions } from './definitions.ts';
import { checkMeasures } from './measures.ts';
import { checkPromises } from './promises.ts';
import { checkRecords } from './records.ts';
import { checkReferences } from './references.ts';
import { checkReports } from './reports.ts';
import { checkSettlement } from './settlement.ts';
import { checkSpan } from './span.ts';
import { checkSynonyms } from './synonyms.ts';
import { usesOf } from './uses.ts';
import { checkVerifiers } from './verifiers.ts';

/** Everything that the repository's content folder says, typed. */
export type Content = ContentReading['value'];

/** The content with what was found in it. */
export type ContentReading = ReturnType<typeof readContent>;

/** Content and data read together, with the assessment that joins them. */
export interface Project {
  readonly content: Content;
  readonly contract: Contract;
  /** The files that define its logs and registers. */
  readonly defined: DefinitionFiles;
  /** The logs and registers by which the data were read. */
  readonly definitions: Definitions;
  readonly ledger: Ledger;
  readonly assessment: Assessment;
  readonly provenance: Provenance;
  /** The months that were sealed. Whether anything has changed since is asked apart, because it takes the digests of files. */
  readonly seals: Seals;
}

const none: readonly Blank[] = [];

/** A filling for the blanks of a content: the same one as long as they are the same. */
function fillings(): (blanks: readonly Blank[]) => Filling {
  const known = new WeakMap<readonly Blank[], Filling>();
  return (blanks) => {
    const fill = known.get(blanks) ?? filling(blanks);
    known.set(blanks, fill);
    return fill;
  };
}

/** A reader for each kind of document. Given again, they read anew only what is written otherwise. */
export const contentReaders = () => ({
  fillingBy: fillings(),
  section: readerOf(sectionSchema),
  standard: readerOf(standardSchema),
  commitment: readerOf(commitmentSchema),
  indicator: readerOf(indicatorSchema),
  procedure: readerOf(procedureSchema),
  attachment: readerOf(attachmentSchema),
  report: readerOf(reportSchema),
  attachmentIndex: readerOf(attachmentIndexSchema),
  contract: readerOf(contractSchema),
  units: readerOf(unitsSchema),
  roles: readerOf(rolesSchema),
  meetings: readerOf(meetingsSchema),
  channels: readerOf(channelsSchema),
  records: readerOf(recordsSchema),
  redirects: readerOf(redirectsSchema),
  blanks: readerOf(blanksSchema),
  contradictions: readerOf(contradictionsSchema),
  synonyms: readerOf(synonymsSchema),
});
export type ContentReaders = ReturnType<typeof contentReaders>;

/** Every document of the content folder against its schema; the folder decides the kind. */
export function readContent(files: ContentFiles, readers: ContentReaders = contentReaders()) {
  const all = new Gathering();
  all.add(strayContent(files));
  const organisation = 'content/organisation';
  const attachmentIndexFile = 'content/attachments/index.mdx';
  const blanks = all.take(readOptional(files, `${organisation}/blanks.mdx`, readers.blanks));
  const filled = { fill: readers.fillingBy(blanks?.data.blanks ?? none) };
  const indicators = all.take(readFolder(files, 'content/indicators', readers.indicator, (data) => data.id));
  const value = {
    sections: inOrder(all.take(readFolder(files, 'content/plan', readers.section, (data) => data.id)), ({ data }) =>
      numberOf(data.number),
    ),
    standards: inOrder(
      all.take(readFolder(files, 'content/standards', readers.standard, (data) => data.id, filled)),
      ({ data }) => data.order,
    ),
    commitments: all.take(readFolder(files, 'content/commitments', readers.commitment, (data) => data.id, filled)),
    indicators: indicators.map((entry): Entry<Indicator> => ({ ...entry, data: indicatorOf(entry.data) })),
    procedures: all.take(readFolder(files, 'content/procedures', readers.procedure, (data) => data.id, filled)),
    attachments: all.take(
      readFolder(files, 'content/attachments', readers.attachment, (data) => data.number, { skip: [attachmentIndexFile] }),
    ),
    reports: all.take(readFolder(files, 'content/reports', readers.report, reportName)),
    attachmentIndex: all.take(readOptional(files, attachmentIndexFile, readers.attachmentIndex)),
    contract: all.take(readSingle(files, contractFile, readers.contract)),
    units: all.take(readOptional(files, `${organisation}/units.mdx`, readers.units)),
    roles: all.take(readOptional(files, `${organisation}/roles.mdx`, readers.roles)),
    meetings: all.take(readOptional(files, `${organisation}/meetings.mdx`, readers.meetings)),
    channels: all.take(readOptional(files, `${organisation}/channels.mdx`, readers.channels)),
    records: all.take(readOptional(files, `${organisation}/records.mdx`, readers.records)),
    redirects: all.take(readOptional(files, `${organisation}/redirects.mdx`, readers.redirects)),
    blanks,
    contradictions: all.take(readOptional(files, `${organisation}/contradictions.mdx`, readers.contradictions)),
    synonyms: all.take(readOptional(files, 'content/search/synonyms.mdx', readers.synonyms)),
  };
  if (value.synonyms !== null) all.add(checkSynonyms(value.synonyms, files));
  const clauses = all.take(clausesOf(value.sections));
  const { units, roles, records, contradictions } = value;
  const single = [units, roles, records, blanks, contradictions].filter((each) => each !== null);
  const read = new Set(
    [...value.sections, ...value.commitments, ...value.indicators, ...value.procedures, ...single].map(({ file }) => file),
  );
  return { value: { ...value, clauses, unread: unreadFiles(files, read) }, problems: all.problems };
}

/** A document of which there is one, or none: a contract says only what it has. */
const readOptional = <T>(files: ContentFiles, file: string, reader: DocumentReader<T>): Outcome<Entry<T> | null> =>
  files.has(file) ? readSingle(files, file, reader) : { value: null, problems: [] };

/** Documents that could not be read: what others point at in them exists (an id is a file's name), but not what they say. */
function unreadFiles(files: ContentFiles, read: ReadonlySet<string>): readonly string[] {
  const folders = ['content/plan/', 'content/commitments/', 'content/indicators/', 'content/procedures/'];
  const singles = ['units', 'roles', 'records', 'blanks', 'contradictions'].map((name) => `content/organisation/${name}.mdx`);
  return [...files.keys()].filter(
    (file) =>
      (singles.includes(file) || folders.some((folder) => file.startsWith(folder) && file.endsWith('.mdx'))) && !read.has(file),
  );
}

/** 5.10 comes after 5.9, and 5.9.1 between them. */
function numberOf(number: string): number {
  const [chapter = 0, section = 0, part = 0] = number.split('.').map(Number);
  return (chapter * 1000 + section) * 1000 + part;
}

const inOrder = <T extends { readonly id: string }>(entries: readonly T[], order: (entry: T) => number): T[] =>
  [...entries].sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));

/** Label and note of the declaration stand on every page. */
const privateProvenance = ({ label, note }: Provenance, file: string): Problem[] =>
  privateIn(`${label} ${note}`).map(({ kind, masked }) =>
    problem('provenance/invalid', { file, line: 1 }, privateWords(kind, masked), '请删去号码或地址'),
  );

function readProvenance(files: DataFiles): Outcome<Provenance | null> {
  const file = 'data/provenance.yaml';
  const bytes = files.get(file);
  if (bytes === undefined)
    return { value: null, problems: [problem('file/missing', { file }, '缺少数据来源声明', '请写明 kind、label、note')] };
  const { value: yaml, problems } = readYaml({ file, text: new TextDecoder().decode(bytes), firstLine: 1 });
  const parsed = yaml === null ? null : (provenanceSchema.safeParse(yaml.value).data ?? null);
  if (parsed !== null) return { value: parsed, problems: privateProvenance(parsed, file) };
  const hint = 'kind 填 sample 或 real，label 与 note 填一句话';
  const found = problems.map((each) => problem('provenance/invalid', each, each.message, each.hint));
  return {
    value: null,
    problems: found.length > 0 ? found : [problem('provenance/invalid', { file, line: 1 }, '数据来源声明不能读取', hint)],
  };
}

/** A state as it is read, before what people wrote on it is compared with its values. */
export interface StateFiles {
  readonly content: ContentFiles;
  readonly data: DataFiles;
}

/**
 * A state of the whole project from its files. The value is null when a part without which nothing can be judged is missing;
 * the problems are those of every file, content and data together, but for what reports say. `definitions` are those by which
 * data are read: the content's own, unless another state's data are read by them. `read` is the content, for whoever reads
 * many states with the same one.
 */
export function readState(
  files: StateFiles,
  definitions: Definitions | null = null,
  read: ContentReading = readContent(files.content),
): Outcome<Project | null> {
  const all = new Gathering();
  const content = all.take(read);
  const defined = readDefinitions(files.content);
  if (definitions === null) all.add(defined.problems);
  const used = definitions ?? definitionsOf(defined.value);
  const provenance = all.take(readProvenance(files.data));
  all.add(strayData(files.data));
  const deliveryDay = content.contract?.data.deliveryDay ?? 28;
  const indicators = content.indicators.map((entry) => entry.data);
  const logs = logsWithUses(used, usesOf(used.logs, indicators));
  const ledger = all.take(readLedger(tablesIn(files.data), { ...logs, registers: used.registers, deliveryDay }));
  all.add(checkMeasures(content.indicators, ledger));
  all.add(checkReferences(content, ledger));
  all.add(checkCoherence(content));
  all.add(checkRecords(content, ledger));
  all.add(checkPromises(content, ledger));
  all.add(checkSigners(files.content, new Set(ledger.registers.get('posts')?.byId.keys())));
  if (content.contract === null || provenance === null) return { value: null, problems: all.problems };
  const contract = content.contract.data;
  all.add(checkSpan(ledger, contract.start));
  const seals = all.take(readSeals(files.data));
  const assessment = new Assessment(ledger, indicators, contract);
  all.add(checkSettlement(content.contract, assessment));
  const value = { content, contract, defined: defined.value, definitions: used, ledger, assessment, provenance, seals };
  return { value, problems: all.problems };
}

/**
 * A state with what its reports say, which is compared with its values. `readers` are those of a state read before, for whoever
 * reads one after another.
 */
export function readProject(
  content: ContentFiles,
  data: DataFiles,
  definitions: Definitions | null = null,
  readers: ContentReaders = contentReaders(),
): Outcome<Project | null> {
  const { value, problems } = readState({ content, data }, definitions, readContent(content, readers));
  // Numbers are compared with values only where content and data are sound: a broken log would make every number wrong.
  if (value === null || hasErrors(problems.filter(({ file }) => !file.startsWith('content/reports/'))))
    return { value, problems };
  const { content: documents, assessment } = value;
  return {
    value,
    problems: [
      ...problems,
      ...checkReports(documents.reports, assessment),
      ...checkConservation(assessment),
      ...checkVerifiers(assessment.ledger),
    ],
  };
}
