import { numbered } from './provider/recognise-look-alike.js';

/** Controls, line separators and marks that turn the direction of writing; ends of lines and tabs move nothing. */
const MOVES = /[^\P{Cc}\n\r\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The characters by which a text reads otherwise than it was written, each once, as `U+202E`; no letter takes them. */
export const movingIn = (text: string): string[] => [...new Set(text.match(MOVES) ?? [])].map(numbered);

/** Whether a text can stand on one line of a letter: nothing in it ends the line, or moves what a reader sees. */
export const staysOnLine = (text: string): boolean => !/[\n\r\t]/.test(text) && movingIn(text).length === 0;
