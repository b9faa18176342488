import { readdir, readFile } from 'node:fs/promises';

/** Resident bytes of all processes in a process group; 0 where /proc does not tell. */
async function residentBytes(group: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const each = await Promise.all(pids.map((pid) => residentOf(pid, group).catch(() => 0)));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

/** proc(5): field 5 is the process group; `RssAnon` leaves out the browser's own code, which all processes share. */
async function residentOf(pid: string, group: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (Number(fields[2]) !== group) return 0;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB/gm)].map((match) => Number(match[1]));
  return kilobytes.reduce((sum, kb) => sum + kb * 1024, 0);
}

/** Looks four times a second and calls once when the browser holds more than it may; gives the way to stop looking. */
export function watchMemory(group: number, limit: number, onTooMuch: () => void): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void residentBytes(group).then((bytes) => {
      busy = false;
      if (bytes <= limit) return;
      clearInterval(timer);
      onTooMuch();
    });
  }, 250);
  return () => clearInterval(timer);
}
