import { SetMetadata } from '@nestjs/common';

export const PAGE = 'desk:page';

/** Shows what the method returns with this template of `templates/pages`: `@Get() @Page('cases/list')`. */
export const Page = (name: string): MethodDecorator => SetMetadata(PAGE, name);
