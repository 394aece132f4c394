import { expect, it } from 'vitest';
import { Copy } from '../copy.ts';

it('finds a broken reference, a duplicate id, a wrong attachment number and an unknown post, each with file and line', () => {
  const copy = new Copy();
  copy.replace('content/commitments/cm.scope.waste.mdx', 'cleaning.specific.waste-removal', 'cleaning.specific.waste-removed');
  copy.replace('content/plan/service-standards.mdx', 'id="3.2-2"', 'id="3.2-1"');
  const attachment = 'content/attachments/附件-合同-20230101-001.mdx';
  copy.replace(attachment, '附件-合同-20230101-001', '附件-合同-2023-1');
  copy.replace('content/procedures/sop.toilet-cleaning.mdx', 'role.operator', 'role.operater');
  const lineOf = (file: string, text: string) =>
    copy
      .read(file)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1;
  const { code, output } = copy.run('node', ['scripts/check.ts']);
  expect(code).toBe(1);
  const commitment = 'content/commitments/cm.scope.waste.mdx';
  expect(output).toMatch(
    new RegExp(`${commitment}:${lineOf(commitment, 'waste-removed')}:\\d+ {2}错误 {2}reference/unknown {2}没有指标`, 'u'),
  );
  expect(output).toContain('是否应为“cleaning.specific.waste-removal”？');
  const clauses = copy.read('content/plan/service-standards.mdx').split('\n');
  const second = clauses.findLastIndex((line) => line.includes('id="3.2-1"')) + 1;
  expect(output).toContain(`content/plan/service-standards.mdx:${second}:1  错误  document/duplicate-id`);
  // A contract numbers its attachments as it likes, but a file is named by its number.
  expect(output).toMatch(new RegExp(`${attachment}:${lineOf(attachment, '2023-1')}:\\d+ {2}错误 {2}document/id`, 'u'));
  const procedure = 'content/procedures/sop.toilet-cleaning.mdx';
  expect(output).toMatch(
    new RegExp(`${procedure}:${lineOf(procedure, 'role.operater')}:\\d+ {2}错误 {2}reference/unknown {2}没有岗位`, 'u'),
  );
});
