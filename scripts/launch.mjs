// How every npm script begins, on whatever Node the machine has: `node scripts/launch.mjs <command> [arguments]` installs
// what is missing, then runs the command with Node 24. A clone in which nothing was run before needs no other step.
import './install.mjs';
import { foreground } from './foreground.mjs';

const [command = '', ...args] = process.argv.slice(2);
process.exitCode = await foreground(command, args);
