import { Module } from '@nestjs/common';
import { AssignUserController } from './assign-user.controller.js';
import { DisableUserController } from './disable-user.controller.js';
import { FactorResetController } from './factor-reset.controller.js';
import { UserLinkController } from './user-link.controller.js';
import { UserController } from './user.controller.js';
import { UserPage } from './user.page.js';
import { UsersController } from './users.controller.js';

/** Who works here, as what, and who may no longer. */
@Module({
  controllers: [
    UsersController,
    UserController,
    UserLinkController,
    AssignUserController,
    DisableUserController,
    FactorResetController,
  ],
  providers: [UserPage],
})
export class PeopleModule {}
