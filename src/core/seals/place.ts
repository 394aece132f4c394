import type { Month } from '../calendar/date.ts';

/** The path of a month's seal, and of an amendment by its number; the name tells the month and the number. */
export const sealFile = (month: Month): string => `data/${month}/seal.yaml`;
export const amendmentFile = (month: Month, number: number): string => `data/${month}/amendment-${number}.yaml`;
export const sealFileName = /^data\/(\d{4}-\d{2})\/(?:seal|amendment-([1-9]\d*))\.yaml$/u;

/** Whether a file of the data folder is a seal or an amendment by its name. */
export const isSealFile = (file: string): boolean => sealFileName.test(file);
