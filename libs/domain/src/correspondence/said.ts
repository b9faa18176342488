/** The text of a long pattern written over several lines: line ends and indentation are no part of it. */
export const joined = (strings: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw(strings, ...parts).replace(/\n\s*/g, '');

/** A pattern written over several lines, so that each way of saying something can be read by itself. */
export const said = (strings: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(joined(strings, ...parts));

/** The same with flags. */
export const saidWith =
  (flags: string) =>
  (strings: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
    new RegExp(joined(strings, ...parts), flags);
