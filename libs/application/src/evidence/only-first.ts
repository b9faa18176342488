import type { ComingFile } from './attach-files.js';

/** The first file of those that come, for an act that takes one; null where none comes. */
export async function onlyFirst(files: AsyncIterable<ComingFile>): Promise<AsyncIterable<ComingFile> | null> {
  const first = await files[Symbol.asyncIterator]().next();
  return first.done ? null : only(first.value);
}

async function* only(file: ComingFile): AsyncGenerator<ComingFile> {
  await Promise.resolve();
  yield file;
}
