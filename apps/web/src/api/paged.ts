import { ApiProperty } from '@nestjs/swagger';
import { PER_PAGE } from '../frame/paging.js';

/** Which part of a list an answer holds. */
export class Paged {
  @ApiProperty({ description: 'This page, from 1', minimum: 1 })
  page!: number;

  @ApiProperty({ description: 'Items on a full page' })
  size!: number;

  @ApiProperty({ description: 'Items on all pages that this token may see' })
  total!: number;
}

/** A list's answer: its items and which part of the whole they are. */
export const paged = <T>(items: T[], page: number, total: number) => ({ items, page, size: PER_PAGE, total });
