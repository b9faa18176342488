import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyBook, type Book } from './book.js';

/** The book in memory and on disk; a change is on disk when its promise resolves. */
export class Memory {
  private saving: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  private constructor(
    private readonly folder: string,
    readonly book: Book,
  ) {}

  /** Opens the book of that folder; a file that cannot be read is put aside, never overwritten. */
  static async open(folder: string, reset: boolean): Promise<Memory> {
    await mkdir(folder, { recursive: true });
    const memory = new Memory(folder, reset ? emptyBook() : await readBook(folder));
    if (reset) await memory.save();
    return memory;
  }

  /** Changes the book and waits until the file holds it. */
  async change<T>(verb: (book: Book) => T): Promise<T> {
    const result = verb(this.book);
    await this.save();
    return result;
  }

  /**
   * Writes one after the other, each by way of a new file, so that a crash leaves the old book or the new one. Changes
   * made while a write is under way share the next one.
   */
  private save(): Promise<void> {
    this.next ??= this.saving.then(() => {
      this.next = undefined;
      return writeBook(this.folder, this.book);
    });
    this.saving = this.next.catch(() => undefined);
    return this.next;
  }
}

async function readBook(folder: string): Promise<Book> {
  const file = join(folder, FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return emptyBook();
  const book = understood(text);
  if (book) return book;
  await rename(file, join(folder, `practice.unreadable-${Date.now()}.json`));
  process.stderr.write('The practice platform could not read its book; it was put aside and a new one begun.\n');
  return emptyBook();
}

function understood(text: string): Book | undefined {
  try {
    const book = JSON.parse(text) as Partial<Book> | null;
    const whole = book?.version === 1 && Array.isArray(book.notices) && Array.isArray(book.answers) && book.posts;
    return whole ? (book as Book) : undefined;
  } catch {
    return undefined;
  }
}

async function writeBook(folder: string, book: Book): Promise<void> {
  const fresh = join(folder, `${FILE}.new`);
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(book, null, 1));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, join(folder, FILE));
}

const FILE = 'practice.json';
