import type { ContractWords } from '../core/documents/contract.ts';

/** A reader of the site and what they come for. */
export interface ReaderEntry {
  readonly id: 'client' | 'reviewer' | 'staff' | 'clerk';
  readonly name: string;
  readonly wants: string;
}

/** The readers for whom the site has a way of their own. */
export const readers = ({ clientStaff }: ContractWords): readonly ReaderEntry[] => [
  { id: 'client', name: clientStaff, wants: '查标准和承诺，看现在做到没有' },
  { id: 'reviewer', name: '审核人', wants: '看一个月哪里没做到，查到行，打印签字' },
  { id: 'staff', name: '作业人员', wants: '查一件事怎么做，打印检查单' },
  { id: 'clerk', name: '台账员', wants: '交一个月的台账，看哪里要改' },
];
