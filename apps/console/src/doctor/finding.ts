/** One line of `seinpost doctor`; `remedy` is empty where nothing has to be done. */
export interface Finding {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly remedy: string;
}

/** What a look finds, without the name of what was looked at. */
export type Found = Omit<Finding, 'name'>;

export const ok = (detail: string): Found => ({ status: 'ok', detail, remedy: '' });
export const warn = (detail: string, remedy: string): Found => ({ status: 'warn', detail, remedy });
export const fail = (detail: string, remedy: string): Found => ({ status: 'fail', detail, remedy });
