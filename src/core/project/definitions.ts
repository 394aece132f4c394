import type { Log } from '../logs/log.ts';
import type { Register } from '../registers/register.ts';
import type { Definitions } from './project.ts';

const logs = import.meta.glob<Log>('../logs/*.log.ts', { eager: true, import: 'default' });
const registers = import.meta.glob<Register>('../registers/*.register.ts', { eager: true, import: 'default' });

/** The logs and registers that the code defines, for whatever a bundler builds: adding a definition is adding a file. */
export const definitions: Definitions = { logs: Object.values(logs), registers: Object.values(registers) };
