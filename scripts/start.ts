import { readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';
import { run } from './run.ts';

// Builds the site from a contract's content and data and serves it at `--port`, 4321 unless another is asked for.
const { values } = readArguments('用法：npm start -- [--root 合同文件夹] [--port 4321] [--host]', {
  options: { ...rootOption, port: { type: 'string', default: '4321' }, host: { type: 'boolean', default: false } },
});
contractAsked(values.root);
await run('node', ['scripts/build.ts']);
await run('astro', ['preview', '--port', values.port, ...(values.host ? ['--host'] : [])]);
