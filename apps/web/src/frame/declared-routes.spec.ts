import { Controller, Get, Module } from '@nestjs/common';
import { expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { DeclaredRoutes } from './declared-routes.js';
import { May } from './may.decorator.js';
import { Open } from './open.decorator.js';

@Controller('forgotten')
class ForgottenController {
  @Get(':id')
  @Open()
  asked(): string {
    return '';
  }

  @Get(':id/secret')
  notAsked(): string {
    return '';
  }
}

@Controller('thought-of')
@May('case.read')
class ThoughtOfController {
  @Get()
  all(): string {
    return '';
  }
}

@Module({ controllers: [ForgottenController], providers: [DeclaredRoutes] })
class ForgottenModule {}

@Module({ controllers: [ThoughtOfController], providers: [DeclaredRoutes] })
class ThoughtOfModule {}

const start = (module: object) =>
  NestFactory.create(module, { logger: false, abortOnError: false }).then((app) => app.init());

test('a desk with a route that does not say who may see it does not start', async () => {
  const words = 'GET /forgotten/:id/secret declares neither @Open() nor @May(…): who may see it?';
  await expect(start(ForgottenModule)).rejects.toThrow(words);
});

test('one whose routes all say so starts', async () => {
  const app = await start(ThoughtOfModule);
  expect(app.get(DeclaredRoutes).all()).toMatchObject([{ method: 'GET', path: '/thought-of' }]);
  await app.close();
});
