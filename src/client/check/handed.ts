/** A file as the clerk handed it over, with its place in the folder where it came from. */
export interface Handed {
  readonly path: string;
  readonly file: File;
}

/** Files chosen with an input, single or as a folder. */
export const chosen = (list: FileList): Handed[] =>
  Array.from(list).map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A folder's entries; a browser hands them out in parts. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const parts: FileSystemEntry[][] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return parts.flat();
    parts.push(some);
  }
}

async function below(entry: FileSystemEntry): Promise<Handed[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//u, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const found: Handed[][] = [];
  for (const each of await entriesOf(entry)) found.push(await below(each));
  return found.flat();
}

/** Files and whole folders dropped on the page. */
async function dropped(transfer: DataTransfer): Promise<Handed[]> {
  // Taken before the first wait: the list is empty afterwards.
  const entries = Array.from(transfer.items).map((item) => item.webkitGetAsEntry());
  const files = chosen(transfer.files);
  if (entries.every((entry) => entry === null)) return files;
  const found: Handed[][] = [];
  for (const entry of entries) if (entry !== null) found.push(await below(entry));
  return found.flat();
}

/** Takes in what is dropped. A file that misses the box by a hand's breadth is meant as well, and must not be opened in place of the page. */
export function takeDrops(box: HTMLElement, hand: (files: readonly Handed[]) => void): void {
  for (const name of ['dragenter', 'dragover'])
    document.addEventListener(name, (event) => {
      event.preventDefault();
      box.classList.add('over');
    });
  document.addEventListener('dragleave', () => box.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    box.classList.remove('over');
    if (event.dataTransfer !== null) void dropped(event.dataTransfer).then(hand);
  });
}

/** The month's folder in which a file lay, if it lay in one. */
export const folderMonth = (path: string): string | null =>
  path
    .split('/')
    .slice(0, -1)
    .filter((folder) => /^\d{4}-(0[1-9]|1[0-2])$/u.test(folder))
    .pop() ?? null;

/**
 * What of a folder is a month's: files in month folders if there are any, otherwise the files of the folder itself; hidden
 * files never. Files given one by one are all wanted.
 */
export function wanted(all: readonly Handed[]): Handed[] {
  const seen = all.filter(({ path }) => !path.split('/').some((step) => step.startsWith('.')));
  const monthly = seen.filter(({ path }) => folderMonth(path) !== null);
  if (monthly.length > 0) return monthly;
  const top = Math.min(...seen.map(({ path }) => path.split('/').length));
  return seen.filter(({ path }) => path.split('/').length === top);
}
