import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { ACCESS_ACTS, ACCESS_PORTS, OPEN_TO_OTHERS } from './access.ports.js';
import { Entrance } from './entrance.js';
import { OwnAppController } from './own-app.controller.js';
import { OwnFactorsController } from './own-factors.controller.js';
import { OwnPasswordController } from './own-password.controller.js';
import { PasskeyQuestionsController } from './passkey-questions.controller.js';
import { PasswordController } from './password.controller.js';
import { ProveController } from './prove.controller.js';
import { RecoveryCodesController } from './recovery-codes.controller.js';
import { SecondStepController } from './second-step.controller.js';
import { SecurityController } from './security.controller.js';
import { SetUpController } from './set-up.controller.js';
import { SignInByPasskeyController } from './sign-in-by-passkey.controller.js';
import { SignInController } from './sign-in.controller.js';
import { TokenController } from './token.controller.js';

/** Signing in and out, setting up and changing how one proves who one is, and the account. */
@Module({
  controllers: [
    SignInController,
    SignInByPasskeyController,
    SecondStepController,
    SetUpController,
    PasskeyQuestionsController,
    PasswordController,
    AccountController,
    SecurityController,
    ProveController,
    OwnPasswordController,
    OwnAppController,
    OwnFactorsController,
    RecoveryCodesController,
    TokenController,
  ],
  providers: [...ACCESS_PORTS, ...ACCESS_ACTS, Entrance],
  exports: [...OPEN_TO_OTHERS],
})
export class AccessModule {}
