import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import busboy from 'busboy';
import type { NextFunction, Request, Response } from 'express';
import { ComingFiles } from './coming-files.js';
import type { DeskRequest } from './desk-request.js';

/** Where files may be sent to; everywhere else a form with files is refused (415). */
const TAKES_FILES = /^\/notices\/[0-9a-f-]{36}\/(?:attachments|hand-in\/[0-9a-f-]{36}(?:\/defect)?)$/;

/** The most bytes of one form with files, and the fields it may have beside them, such as the text of a receipt. */
const MOST_BYTES = 60_000_000;
const LIMITS = { fields: 12, fieldNameSize: 100, fieldSize: 40_000, files: 100, parts: 110, headerPairs: 20 };

/** Whether a request is a form with files that may come here. */
export const bringsFiles = (request: Request): boolean =>
  request.method === 'POST' && TAKES_FILES.test(request.path) && Boolean(request.is('multipart/form-data'));

/**
 * Reads a form with files as far as its first file, and no further: token, key and leave are looked at before a byte of a file
 * is. The files come one by one to whoever asks `request.files` for them; what nobody asks for is let go.
 */
export function takeFiles(request: Request, response: Response, next: NextFunction): void {
  if (!bringsFiles(request)) return next();
  if (Number(request.get('content-length') ?? 0) > MOST_BYTES) return next(new PayloadTooLargeException());
  const files = new ComingFiles();
  const fields: [string, string][] = [];
  const goOn = onlyOnce((fault?: unknown) => {
    Object.assign(request, { body: Object.fromEntries(fields), files });
    next(fault);
  });
  const refuse = (fault: Error) => (files.end(fault), goOn(fault));
  const parts = partsOf(request, refuse);
  if (!parts) return;
  parts.on('field', (name, value) => fields.push([name, value]));
  parts.on('file', (_field, stream, { filename = '' }) => {
    if (filename === '') return void stream.resume(); // a field for files in which none was chosen
    files.add(filename, stream);
    goOn();
  });
  parts.on('close', () => (files.end(), goOn()));
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parts.on(limit, () => refuse(unreadable()));
  parts.on('error', () => refuse(unreadable()));
  letIn(request, response, { parts, refuse });
}

const unreadable = (): Error => new BadRequestException('this form cannot be read');

function partsOf({ headers }: Request, refuse: (fault: Error) => void) {
  try {
    return busboy({ headers, limits: LIMITS, defParamCharset: 'utf8' });
  } catch {
    return void refuse(unreadable());
  }
}

type Ways = { readonly parts: ReturnType<typeof busboy>; readonly refuse: (fault: Error) => void };

/** Counts what comes, stops where it is too much or its sender is gone, and lets the rest go once the answer is given. */
function letIn(request: Request, response: Response, { parts, refuse }: Ways): void {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_BYTES) refuse(new PayloadTooLargeException());
  });
  request.on('close', () => request.complete || refuse(unreadable()));
  response.on('finish', () => {
    request.unpipe(parts);
    request.resume();
  });
  request.pipe(parts);
}

function onlyOnce(act: (fault?: unknown) => void): (fault?: unknown) => void {
  let done = false;
  return (fault) => {
    if (!done) act(fault);
    done = true;
  };
}

/** The files of a form that brought some; none of any other. */
export function filesOf({ files }: DeskRequest): ComingFiles {
  if (files) return files;
  const none = new ComingFiles();
  none.end();
  return none;
}
