import { Injectable } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const ABOUT = `What a program may do at this desk on behalf of the person who made its token, and never more than that person.
Sending a notice, approving one and saying what an answer means are not here: those take a person who looks.
Send \`Authorization: Bearer <token>\`, and with each POST or PUT an \`Idempotency-Key\` of your own making.
Refusals are \`{"error":{"code","message","facts","reference"}}\`.`;

/** The description of the JSON API (OpenAPI 3), made once from the routes themselves. */
@Injectable()
export class ApiDocument {
  private document: OpenAPIObject | null = null;

  /** Reads the routes of a desk; only those under `/api` are described. */
  describe(app: NestExpressApplication): void {
    const facts = new DocumentBuilder().setTitle('Seinpost').setDescription(ABOUT).setVersion('1').addBearerAuth();
    const whole = SwaggerModule.createDocument(app, facts.addSecurityRequirements('bearer').build());
    const paths = Object.entries(whole.paths).filter(([path]) => path.startsWith('/api/'));
    this.document = { ...whole, paths: Object.fromEntries(paths) };
  }

  get whole(): OpenAPIObject {
    if (this.document === null) throw new Error('the routes of the API have not been read yet');
    return this.document;
  }
}
