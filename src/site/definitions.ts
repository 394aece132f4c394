import type { Log } from '../core/logs/log.ts';
import type { Definitions } from '../core/project/project.ts';
import type { Register } from '../core/registers/register.ts';

const logs = import.meta.glob<Log>('../core/logs/*.log.ts', { eager: true, import: 'default' });
const registers = import.meta.glob<Register>('../core/registers/*.register.ts', { eager: true, import: 'default' });

/** The logs and registers that the code defines, gathered by the bundler: adding a definition is adding a file. */
export const definitions: Definitions = { logs: Object.values(logs), registers: Object.values(registers) };
