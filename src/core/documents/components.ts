/** What an attribute holds: words in quotes, or a whole number, which may also stand in braces as `{61}`. */
export type AttributeKind = 'words' | 'number';
export type Attributes = Readonly<Record<string, AttributeKind>>;

/** What the body of a document may place, with the attributes that each takes. */
export const documentComponents = {
  Clause: { id: 'words', title: 'words', number: 'words', line: 'number', indicator: 'words' },
  Blank: { id: 'words' },
  Contradiction: { id: 'words' },
  Advice: {},
  BrokenOff: {},
} as const satisfies Readonly<Record<string, Attributes>>;

/** What the text of a report may place. */
export const reportComponents = {
  Value: { id: 'words' },
  Result: { id: 'words' },
  Open: { id: 'words' },
  Results: { id: 'words' },
  Chart: { id: 'words' },
  Rows: { id: 'words', counted: 'words' },
  Table: { id: 'words' },
} as const satisfies Readonly<Record<string, Attributes>>;
export type ReportComponent = keyof typeof reportComponents;

export const isReportComponent = (name: string | null): name is ReportComponent =>
  name !== null && Object.hasOwn(reportComponents, name);

/** What the body of a file may place; the folder decides. Maps, because every object has a `constructor`. */
export const componentsIn = (file: string): ReadonlyMap<string, Attributes> =>
  new Map(Object.entries(file.startsWith('content/reports/') ? reportComponents : documentComponents));
