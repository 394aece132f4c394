import type { ContentFiles } from '../documents/library.ts';
import { mayBePrivate, privateIn } from '../problem/privacy.ts';
import { type Problem, problem } from '../problem/problem.ts';

/** Where the contract itself names addresses and numbers at which it is reached. */
const contacts = 'content/organisation/';

/** Numbers of persons and e-mail addresses in documents, each at its line. Reports `document/private`. */
export function checkPrivacy(files: ContentFiles): Problem[] {
  return [...files].flatMap(([file, text]) => {
    if (file.startsWith(contacts) || !mayBePrivate(text)) return [];
    return text.split('\n').flatMap((line, at) =>
      privateIn(line).map(({ kind, masked, start }) => {
        const message = `写有${kind}（${masked}），个人信息不能公布`;
        return problem('document/private', { file, line: at + 1, column: start + 1 }, message, '请删去号码或地址，写岗位或渠道');
      }),
    );
  });
}
