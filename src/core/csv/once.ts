/** No date, number, word, name or id is longer; only text is. */
export const longest = 200;

/** How many different cells are remembered; columns of dates, words and references repeat a few. */
const remembered = 4096;

/** Reads each different cell once: most of a log's columns say the same few things again and again, often as the row above. */
export function once<Answer extends string | number | object | null>(read: (raw: string) => Answer): (raw: string) => Answer {
  const known = new Map<string, Answer>();
  let above = '';
  let said: Answer | undefined;
  return (raw) => {
    if (said !== undefined && raw === above) return said;
    let answer = known.get(raw);
    if (answer === undefined) {
      answer = read(raw);
      if (known.size < remembered && raw.length <= longest) known.set(raw, answer);
    }
    [above, said] = [raw, answer];
    return answer;
  };
}
