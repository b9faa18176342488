import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../frame/open.decorator.js';
import { ApiDocument } from './api-document.js';

/** The description of the JSON API; it holds no data, so anybody may read it. */
@ApiExcludeController()
@Controller('api/openapi.json')
export class DocumentApi {
  constructor(private readonly document: ApiDocument) {}

  @Get()
  @Open()
  show(): OpenAPIObject {
    return this.document.whole;
  }
}
