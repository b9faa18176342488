import { IsOptional, IsString } from 'class-validator';

/** The one box; what is asked may hold a name, so it never stands in an address as it was typed. */
export class SearchForm {
  @IsOptional()
  @IsString({ message: 'form.no-text' })
  q?: string;
}
