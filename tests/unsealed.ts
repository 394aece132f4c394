import { isSealFile, isSignatureFile } from '../src/core/ledger/seal-file.ts';

/** Whether a file of the contract is there without any seal: seals, amendments and signatures are not. */
export const isUnsealed = (file: string): boolean => !isSealFile(file) && !isSignatureFile(file);

/** A file of the contract as it is while no month is sealed: a report is reviewed and not yet issued. */
export const unsealed = (file: string, text: string): string =>
  file.startsWith('content/reports/')
    ? text.replace(/^status: issued$/mu, 'status: reviewed').replace(/^issued: "[^"]*"$/mu, 'issued: null')
    : text;
