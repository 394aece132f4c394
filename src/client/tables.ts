/* Every table can be taken away as CSV; what makes the file is loaded by the first who asks for one. */
import { element } from './element.ts';

/** The button stands in the gap below the table, so that nothing moves when it comes. */
function offer(box: Element): void {
  const table = box.querySelector('table');
  if (table === null) return;
  const button = element('button', ['下载CSV', element('span', table.caption?.textContent ?? '', { class: 'hidden' })]);
  button.addEventListener('click', () => void import('./table-file.ts').then(({ default: save }) => save(table)));
  box.after(element('div', [button], { class: 'csv' }));
}

for (const box of Array.from(document.querySelectorAll('main .table-scroll'))) offer(box);
