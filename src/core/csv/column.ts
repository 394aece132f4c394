/** What a typed cell holds: text (dates and minutes too, in ISO form), a number, or nothing. */
export type Value = string | number | null;

/** What reads a column. */
export interface ColumnUse {
  /** Whether a measure or a rule asks what it says or whether it is filled; otherwise it is only shown. */
  readonly decides: boolean;
  /** Names of the indicators that it feeds. */
  readonly indicators: readonly string[];
}

interface ColumnBase {
  /** The Chinese column name, which the file's header shows. The key in `columns` is the English field id, accepted as an alias. */
  readonly name: string;
  /** Other names that a header may show, each with this one meaning in this table. */
  readonly aliases?: readonly string[];
  readonly required: boolean;
  /** What reads the column; without it nothing changes when the column is missing. */
  readonly use?: ColumnUse;
  /** One clause for the data dictionary: what to enter. */
  readonly note?: string;
  readonly example: string;
}

/** A column of a log or register. The type decides how a cell is read and what a measure may do with it. */
export type Column = ColumnBase &
  (
    | {
        readonly type: 'date' | 'moment';
        /** What is only planned may lie after the delivery. */
        readonly ahead?: true;
      }
    | { readonly type: 'integer'; readonly min?: number; readonly max?: number; readonly unit: string }
    | { readonly type: 'decimal'; readonly places: number; readonly min?: number; readonly max?: number; readonly unit: string }
    | { readonly type: 'choice'; readonly values: Readonly<Record<string, readonly string[]>> }
    | { readonly type: 'text' }
    | { readonly type: 'id'; readonly pattern: RegExp; readonly shape: string }
    | { readonly type: 'reference'; readonly register: string }
  );

export type Columns = Readonly<Record<string, Column>>;

export type Values = Readonly<Record<string, Value>>;

/** The words of a choice column in their order. */
export const choices = (column: Extract<Column, { type: 'choice' }>): string[] => Object.keys(column.values);
