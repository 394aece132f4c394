import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadProject } from '../../src/disk/project.ts';

// A name with a space, a Chinese character and signs of addresses: nothing may take the folder's path for one.
const room = mkdtempSync(join(tmpdir(), 'own-'));
const folder = join(room, '合同 1%');
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** Runs a command of the engine as a stranger does, on the folder. */
function engine(script: string, ...args: readonly string[]): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', [`scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    // Not this process's environment: Vitest puts MODE, DEV and PROD into it, which a build reads.
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const sources = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => !file.startsWith('dist'));

/** Names of the contract that lies beside the engine: of its parties, its documents and its places. */
function foreignNames(): string[] {
  const project = loadProject(process.cwd()).value;
  if (project === null) throw new Error('no contract beside the engine');
  const { contract, content, ledger } = project;
  const places = (ledger.registers.get('locations')?.records ?? []).map(({ values }) => String(values.name));
  const titles = [...content.sections, ...content.procedures].map(({ data }) => data.title).filter((title) => title.length > 5);
  return [contract.contractor, contract.client, contract.title, ...places, ...titles, '金盾', '盘锦', '邮政', '消杀', '绿植'];
}

describe('a contract of one’s own', () => {
  it('is begun in an empty folder only', () => {
    expect(engine('new', folder)).toMatchObject({ code: 0, output: expect.stringContaining(join(folder, 'README.md')) });
    const written = sources().map((file) => [file, existsSync(join(folder, file))]);
    write('content/mine.txt', '甲');
    expect(engine('new', folder)).toMatchObject({ code: 2, output: expect.stringContaining('什么也没有写') });
    expect(read('content/mine.txt')).toBe('甲');
    rmSync(join(folder, 'content/mine.txt'));
    expect(sources().map((file) => [file, true])).toEqual(written);
    expect(engine('new')).toMatchObject({ code: 2, output: expect.stringContaining('用法') });
  });

  it('has no fault, and an up-to-date dictionary', () => {
    expect(engine('check', '--root', folder, '--least', 'info')).toEqual({
      code: 0,
      output: '错误 0 处，警告 0 处，信息 0 条\n',
    });
    expect(engine('dictionary', '--root', folder, '--check')).toEqual({ code: 0, output: '' });
    expect(engine('check', '--root', room)).toMatchObject({ code: 2, output: expect.stringContaining('没有合同') });
  });

  it('takes a new log, register and column from content alone, and the next month', () => {
    cpSync(join(folder, 'content/registers/posts.mdx'), join(folder, 'content/registers/tools.mdx'));
    write(
      'content/registers/tools.mdx',
      read('content/registers/posts.mdx')
        .replace('id: posts\nname: 岗位\norder: 30', 'id: tools\nname: 工具\norder: 35')
        .replace('[A-Z]{2}-\\\\d{2}', 'G\\\\d{2}')
        .replace('XC-01', 'G01'),
    );
    write('data/registers/tools.csv', '岗位代码,岗位名称,服务,序号\r\nG01,压力表,巡查,1\r\n');
    write(
      'content/logs/repairs.mdx',
      read('content/logs/rounds.mdx')
        .replace('id: rounds\nname: 巡查记录\norder: 10', 'id: repairs\nname: 修理登记\norder: 20')
        .replace('rules:', '  tool: { name: 工具, type: reference, register: tools, required: true, example: G01 }\nrules:'),
    );
    write(
      'content/logs/rounds.mdx',
      read('content/logs/rounds.mdx').replace(
        'rules:',
        '  minutes: { name: 用时, type: integer, required: true, min: 1, unit: 分钟, example: "40", from: "2026-02-01" }\nrules:',
      ),
    );
    const begun = engine('month', '2026-02', '--root', folder);
    expect(begun).toMatchObject({ code: 0 });
    expect(read('data/2026-02/rounds.csv')).toContain('用时');
    const head = (file: string) => read(file).split('\r\n')[0];
    const weeks = ['03', '10', '17', '24'];
    const rounds = weeks.flatMap((day) => ['D01', 'D02'].map((place) => `2026-02-${day},巡查,${place},消防设施,正常,,XC-01,40`));
    write('data/2026-02/rounds.csv', [head('data/2026-02/rounds.csv'), ...rounds, ''].join('\r\n'));
    write('data/2026-02/repairs.csv', `${head('data/2026-02/repairs.csv')}\r\n2026-02-06,巡查,D01,消防设施,正常,,XC-01,G01\r\n`);
    write(
      'data/2026-02/delivery.csv',
      '台账,行数,交付日期,交付岗位,备注\r\n巡查记录,8,2026-03-04,GL-01,\r\n修理登记,1,2026-03-04,GL-01,\r\n',
    );
    expect(engine('check', '--root', folder, '--least', 'error')).toMatchObject({ code: 0 });
    expect(engine('dictionary', '--root', folder)).toMatchObject({ code: 0 });
    expect(read('data/README.md')).toContain('### 修理登记 `repairs.csv`');
  });

  it('is built into its own folder, with nothing of another contract in it', () => {
    expect(engine('build', '--root', folder)).toMatchObject({ code: 0, output: expect.stringContaining('检索索引') });
    const page = (path: string) => read(`dist/${path}/index.html`);
    expect(page('procedures/sop.round')).toContain('从顶层到底层逐层查看');
    expect(page('plan/service')).toContain('每周巡查每栋楼的消防设施一次');
    expect(page('reports/2026-02')).toContain('设施正常率');
    expect(page('records/2026-02/repairs')).toContain('id="L2"');
    expect(page('guide/rounds')).toContain('用时');
    expect(JSON.parse(read('dist/api/compliance/2026-01/facility.overall.sound.json'))).toMatchObject({
      verdict: 'missed',
      value: 90,
    });
    for (const [path, words] of [
      ['organisation', '本合同没有列出会议'],
      ['standards', '本合同没有单列服务标准'],
      ['attachments', '本合同没有列出附件'],
      ['open', '本合同没有列出差异'],
    ] as const)
      expect(page(path)).toContain(words);

    const names = foreignNames();
    expect(names.length).toBeGreaterThan(40);
    const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:html|json|csv|js|css|xml|svg|txt)$/u.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) => {
      const text = read(`dist/${file}`);
      return [...names, room].filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
    });
    expect(found).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'README.md', 'content', 'data', 'dist']);
  });
});
