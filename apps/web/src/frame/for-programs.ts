import type { Request } from 'express';

/** Whether a request comes from a program to the JSON API: by a token, never by a cookie, and answered in JSON. */
export const isForPrograms = ({ path }: Request): boolean => path === '/api' || path.startsWith('/api/');
