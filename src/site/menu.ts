import type { ContractWords } from '../core/documents/contract.ts';
import { serviceIds, serviceName } from '../present/names.ts';
import type { Inputs } from '../present/pages/inputs.ts';
import { links } from './links.ts';

export interface MenuItem {
  readonly label: string;
  readonly href: string;
}

/** The main navigation: what the site holds. */
export const mainMenu: readonly MenuItem[] = [
  { label: '首页', href: links.home() },
  { label: '服务方案', href: links.plan() },
  { label: '服务标准', href: links.standards() },
  { label: '服务承诺', href: links.commitments() },
  { label: '服务指标', href: links.indicators() },
  { label: '合规总览', href: links.compliance() },
  { label: '服务报告', href: links.reports() },
  { label: '作业规程', href: links.procedures() },
  { label: '服务记录', href: links.records() },
  { label: '数据质量', href: links.quality() },
  { label: '搜索', href: links.search() },
];

/** A reader of the site and what they come for. */
export interface ReaderEntry {
  readonly id: 'client' | 'reviewer' | 'staff' | 'clerk';
  readonly name: string;
  readonly wants: string;
}

export const readers = ({ clientStaff }: ContractWords): readonly ReaderEntry[] => [
  { id: 'client', name: clientStaff, wants: '查标准和承诺，看现在做到没有' },
  { id: 'reviewer', name: '审核人', wants: '看一个月哪里没做到，查到行，打印签字' },
  { id: 'staff', name: '作业人员', wants: '查一件事怎么做，打印检查单' },
  { id: 'clerk', name: '台账员', wants: '交一个月的台账，看哪里要改' },
];

/** The further navigation at the foot of every page: by reader, by service, and the rest. */
export function furtherMenu({ project }: Inputs): readonly { readonly title: string; readonly items: readonly MenuItem[] }[] {
  const { contract, ledger } = project;
  const { registers } = ledger;
  const { words } = contract;
  return [
    { title: '按读者', items: readers(words).map(({ id, name }) => ({ label: name, href: links.helpFor(id) })) },
    {
      title: '按服务',
      items: serviceIds(registers).map((id) => ({ label: serviceName(registers, id), href: links.service(id) })),
    },
    {
      title: '其他内容',
      items: [
        { label: words.place, href: links.locations() },
        { label: '整改与改进', href: links.improvement() },
        { label: '附件', href: links.attachments() },
        { label: '组织与联系', href: links.organisation() },
        { label: '待补充与差异', href: links.open() },
        { label: '填表说明', href: links.guide() },
        { label: '台账校验', href: links.check() },
        { label: '更新记录', href: links.changes() },
      ],
    },
    {
      title: '关于本站',
      items: [
        { label: '怎样使用本站', href: links.help() },
        { label: '无障碍说明', href: links.accessibility() },
        { label: '页面设计', href: links.design() },
      ],
    },
  ];
}
