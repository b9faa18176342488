import { readFileSync } from 'node:fs';

/**
 * Ends this process when the npm that started it is gone, which by SIGKILL it cannot tell us. Without npm in between
 * a parent's end means nothing: shells that start a program in the background come and go.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parents = npmAbove();
  const timer = setInterval(() => {
    if (process.ppid === parents[0] && parents.every(isAlive)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 1000);
  timer.unref();
}

/** Our parent, and npm itself where a shell stands between. */
function npmAbove() {
  const parent = process.ppid;
  const { name, above } = look(parent);
  return ['sh', 'dash', 'bash'].includes(name) && above > 1 ? [parent, above] : [parent];
}

function look(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, name, rest] = /^\d+ \((.*)\) \S (\d+)/s.exec(stat);
    return { name, above: Number(rest) };
  } catch {
    return { name: '', above: 0 }; // no /proc here: the parent alone is watched
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
