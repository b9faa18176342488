import { HELP_KINDS } from '../case/help-line.js';
import { CONFIDENCES } from '../provider/platform.js';
import type { PackFiles } from './country-pack.js';
import { pack, textFault, twiceFaults, wordFault, type PackFault } from './pack-fault.js';

const TEXTS = ['nameNl', 'nameEn', 'reachNl', 'reachEn', 'source'] as const;

/** What is wrong with the help lines of a pack: each kind must be there, once, in both languages, and name its number. */
export function helpFaults({ pack: head }: PackFiles): PackFault[] {
  const lines = head.helpLines ?? [];
  const codes = lines.map(({ code }) => code);
  const missing = HELP_KINDS.filter((kind) => !codes.includes(kind));
  return [
    ...missing.map((kind) => pack('pack', ['helpLines'], 'help-line-missing', kind)),
    ...twiceFaults('pack', ['helpLines'], codes, 'code'),
    ...lines.flatMap((line, at) => [
      ...wordFault('pack', ['helpLines', at, 'code'], line.code, HELP_KINDS, 'unknown-help-line'),
      ...wordFault('pack', ['helpLines', at, 'confidence'], line.confidence, CONFIDENCES, 'unknown-confidence'),
      ...TEXTS.flatMap((name) => textFault('pack', ['helpLines', at, name], line[name])),
      ...(['reachNl', 'reachEn'] as const)
        .filter((name) => !(line[name] ?? '').includes(line.number))
        .map((name) => pack('pack', ['helpLines', at, name], 'number-not-named', line.number)),
    ]),
  ];
}
