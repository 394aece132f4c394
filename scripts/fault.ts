const words: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请腾出空间后重试',
  EDQUOT: '已用完磁盘配额，请腾出空间后重试',
  EROFS: '磁盘是只读的，不能写入',
  EACCES: '没有权限',
  EPERM: '没有权限',
};

/** What a throw means to whoever ran a command: the disk's faults in words, anything else as it was said. */
export function faultWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = 'code' in error ? words[String(error.code)] : undefined;
  if (known === undefined) return error.message;
  return 'path' in error ? `${known}：${error.path}` : known;
}
