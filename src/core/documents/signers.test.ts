import { describe, expect, it } from 'vitest';
import { checkSigners, signersFile } from './signers.ts';

const first = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbENYDvWQeFaaE9FXyDOzLfzKYKuAfqE5EP8kY0mI8+';
const second = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbENYDvWQeFaaE9FXyDOzLfzKYKuAfqE5EP8kY0mI9+';
const posts = new Set(['A-1', 'A-2']);
const found = (text: string) =>
  checkSigners(new Map([[signersFile, text]]), posts).map(({ code, line, message }) => `${code} ${line} ${message}`);

describe('the list of who may sign', () => {
  it('is read as OpenSSH reads it', () => {
    const text = `# 甲\n\nA-1 namespaces="service-ledger" ${first}\r\nA-2 namespaces="service-ledger",valid-before="20300101" ${second}\n`;
    expect(found(text)).toEqual([]);
    expect(checkSigners(new Map(), posts)).toEqual([]);
  });

  it('knows posts alone, one a line, whose keys hold no remark and vouch for no others', () => {
    expect(found(`X-9 ${first}`)).toEqual(['signers/line 1 岗位名录里没有“X-9”']);
    expect(found(`A-1 ${first} someone@example.com`)).toEqual([
      'signers/line 1 公钥后面还写了别的字，那里常有姓名、邮箱或电脑名',
    ]);
    for (const line of [first, `A-1 cert-authority ${first}`, 'A-1 ssh-ed25519', `A-1,A-2 ${first}`, `* ${first}`])
      expect(found(line)).toHaveLength(1);
  });

  it('refuses a key that two posts share; a post may have several', () => {
    expect(found(`A-1 ${first}\nA-1 ${second}\n`)).toEqual([]);
    expect(found(`A-1 ${first}\nA-2 ${first}\n`)).toEqual([
      'signers/line 2 岗位 A-2 与第1行的 A-1 用同一把公钥，一个人就能编制又审批',
    ]);
  });
});
