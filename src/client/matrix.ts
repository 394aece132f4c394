import type { Verdict } from '../core/indicators/verdict.ts';
import { isShown, type MatrixFilter, shownWords } from '../present/matrix.ts';

/*
 * Lets a reader narrow the compliance matrix by service, group and verdict. The choice stands in the address, so that it
 * can be sent and comes back with the browser's back key. Without this script the whole matrix is there.
 */

const names = ['service', 'group', 'verdict', 'span'] as const;
type Name = (typeof names)[number];

const fieldOf = (form: HTMLFormElement, name: Name) => form.querySelector<HTMLSelectElement>(`select[name=${name}]`);
const verdictWordsOf: readonly string[] = ['met', 'missed', 'incomplete', 'no-data', 'under-way', 'not-applicable'];
const isVerdict = (text: string): text is Verdict => verdictWordsOf.indexOf(text) !== -1;

function filterOf(form: HTMLFormElement): MatrixFilter {
  const value = (name: Name) => fieldOf(form, name)?.value ?? '';
  const verdict = value('verdict');
  return {
    service: value('service'),
    group: value('group'),
    verdict: isVerdict(verdict) ? verdict : '',
    span: Number(value('span')) || Number.MAX_SAFE_INTEGER,
  };
}

/** Shows the rows that answer the filter, hides sections without any, and says how many there are. */
function apply(form: HTMLFormElement): void {
  const filter = filterOf(form);
  let [shown, all] = [0, 0];
  for (const section of Array.from(document.querySelectorAll<HTMLElement>('[data-matrix-service]'))) {
    let here = 0;
    for (const row of Array.from(section.querySelectorAll<HTMLElement>('tr[data-group]'))) {
      const known = {
        service: section.dataset.matrixService ?? '',
        group: row.dataset.group ?? '',
        verdicts: (row.dataset.verdicts ?? '').split(' '),
      };
      row.hidden = !isShown(known, filter);
      all += 1;
      if (!row.hidden) here += 1;
    }
    section.hidden = here === 0;
    shown += here;
  }
  const status = form.querySelector('[data-matrix-status]');
  if (status !== null) status.textContent = shownWords(shown, all);
}

function remember(form: HTMLFormElement): void {
  const query = new URLSearchParams();
  for (const name of names) {
    const field = fieldOf(form, name);
    if (field !== null && field.selectedIndex > 0) query.set(name, field.value);
  }
  const text = query.toString();
  history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`);
}

function recall(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    const [field, value] = [fieldOf(form, name), query.get(name)];
    if (field !== null && value !== null && Array.from(field.options).some((option) => option.value === value))
      field.value = value;
  }
}

const form = document.querySelector<HTMLFormElement>('form[data-matrix-filters]');
if (form !== null) {
  form.classList.add('works');
  recall(form);
  apply(form);
  const changed = () => {
    apply(form);
    remember(form);
  };
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are reset after the event.
  form.addEventListener('reset', () => setTimeout(changed));
}
