import { Injectable, RequestMethod, type OnModuleInit, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { declaredBy } from './declared.js';
import type { Declared } from './may.decorator.js';

/** A page as the router knows it, with what it declares. */
export interface DeclaredRoute {
  readonly method: string;
  /** With a leading slash and parameters as `:name`. */
  readonly path: string;
  readonly declared: Declared | 'open';
}

/** Every page of the desk with what it asks; one that asks nothing keeps the desk from starting. */
@Injectable()
export class DeclaredRoutes implements OnModuleInit {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    this.all();
  }

  all(): readonly DeclaredRoute[] {
    const controllers = [...this.modules.values()].flatMap((module) => [...module.controllers.values()]);
    return controllers.flatMap(({ metatype }) => (metatype ? this.of(metatype as Type) : []));
  }

  private of(controller: Type): DeclaredRoute[] {
    const prototype = controller.prototype as Record<string, (...args: never[]) => unknown>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name): DeclaredRoute[] => {
      const handler = prototype[name]!;
      const own = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (own === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      const path = joined([Reflect.getMetadata(PATH_METADATA, controller) as string, own]);
      const declared = declaredBy(this.reflector, handler, controller);
      if (!declared) throw new Error(`${method} ${path} declares neither @Open() nor @May(…): who may see it?`);
      return [{ method, path, declared }];
    });
  }
}

const joined = (parts: readonly string[]): string =>
  `/${parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;
