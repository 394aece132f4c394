import { describe, expect, it } from 'vitest';
import { readDefinitions } from './definitions.ts';

const register = (id: string, order: number, columns: string, rules = '') => `---
id: ${id}
name: ${id}
order: ${order}
about: 试验。
key: [id]
spellings: [id]
columns:
  id: { name: 编号, type: id, pattern: "[A-Z]\\\\d", required: true, example: A1 }
${columns}${rules}---
`;

const place = '  place: { name: 地点, type: reference, register: places, example: A1 }\n';
const device = '  device: { name: 设备, type: reference, register: devices, example: B1 }\n';
const note = '  note: { name: 说明, type: text, example: 无 }\n';
const places = ['content/registers/places.mdx', register('places', 1, note)] as const;
const devices = ['content/registers/devices.mdx', register('devices', 2, place + note)] as const;

/** What is said of a rule that compares two columns of a register with these columns. */
function told(alike: string, columns = place + device + note): string[] {
  const lines = register('lines', 3, columns, `rules:\n  - { alike: [${alike}] }\n`);
  return readDefinitions(new Map([places, devices, ['content/registers/lines.mdx', lines]]))
    .problems.filter(({ code }) => code === 'definition/rule')
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('columns that must be alike', () => {
  it('name a column of the register to which another column refers', () => {
    expect(told('place, device.place')).toEqual([]);
    expect(told('note, device.note')).toEqual([]);
  });

  it('are refused where no register can say of the one what the other says', () => {
    const at = 'content/registers/lines.mdx:14';
    expect(told('place, device.nothing')).toEqual([`${at} “place”不能与“device.nothing”相比`]);
    expect(told('place, note.place')).toEqual([`${at} “place”不能与“note.place”相比`]);
    expect(told('missing, device.place')).toEqual([`${at} “missing”不能与“device.place”相比`]);
    expect(told('place, device.note')).toEqual([`${at} “place”不能与“device.note”相比`]);
    expect(told('device, device.place')).toEqual([`${at} “device”不能与“device.place”相比`]);
  });
});
