import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchPage } from './search.page.js';

/** One box that finds whatever somebody may know of. */
@Module({ controllers: [SearchController], providers: [SearchPage] })
export class SearchModule {}
