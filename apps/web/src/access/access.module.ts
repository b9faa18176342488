import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OtplibCodes } from '#adapters/access/otplib-codes.js';
import { Argon2Hasher } from '#adapters/access/argon2-hasher.js';
import { PgSecondFactors } from '#adapters/postgres/access/pg-second-factors.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgSignInCounter } from '#adapters/postgres/access/pg-sign-in-counter.js';
import { PgUserLinks } from '#adapters/postgres/access/pg-user-links.js';
import { ChoosePreferences } from '#application/access/choose-preferences.js';
import { KeyRing } from '#application/access/key-ring.js';
import { PassSecondStep } from '#application/access/pass-second-step.js';
import { ProveTotp } from '#application/access/prove-totp.js';
import { SecondFactors } from '#application/access/second-factors.js';
import { SetUpTotp } from '#application/access/set-up-totp.js';
import { TotpCodes } from '#application/access/totp-codes.js';
import { TotpSecrets } from '#application/access/totp-secrets.js';
import { PasswordHasher } from '#application/access/password-hasher.js';
import { ProvePassword } from '#application/access/prove-password.js';
import { Recognise } from '#application/access/recognise.js';
import { Sessions } from '#application/access/sessions.js';
import { SetPassword } from '#application/access/set-password.js';
import { SignInCounter } from '#application/access/sign-in-counter.js';
import { SignIn } from '#application/access/sign-in.js';
import { SignOut } from '#application/access/sign-out.js';
import { UserLinks } from '#application/access/user-links.js';
import { PgAccessTokens } from '#adapters/postgres/access/pg-access-tokens.js';
import { AccessTokens } from '#application/access/access-tokens.js';
import { MakeToken } from '#application/access/make-token.js';
import { RecogniseToken } from '#application/access/recognise-token.js';
import { RevokeToken } from '#application/access/revoke-token.js';
import { TokenController } from './token.controller.js';
import { AccountController } from './account.controller.js';
import { PasswordController } from './password.controller.js';
import { SecondStepController } from './second-step.controller.js';
import { SetUpController } from './set-up.controller.js';
import { SignInController } from './sign-in.controller.js';

const ACTS = [
  ProvePassword,
  ProveTotp,
  PassSecondStep,
  SetUpTotp,
  SignIn,
  SignOut,
  Recognise,
  SetPassword,
  ChoosePreferences,
  MakeToken,
  RevokeToken,
  RecogniseToken,
];

/** Signing in and out, the account, and choosing a password. */
@Module({
  controllers: [
    SignInController,
    SecondStepController,
    SetUpController,
    AccountController,
    PasswordController,
    TokenController,
  ],
  providers: [
    { provide: Sessions, useFactory: (db: DataSource) => new PgSessions(db), inject: [DataSource] },
    { provide: UserLinks, useFactory: (db: DataSource) => new PgUserLinks(db), inject: [DataSource] },
    { provide: AccessTokens, useFactory: (db: DataSource) => new PgAccessTokens(db), inject: [DataSource] },
    { provide: SignInCounter, useFactory: (db: DataSource) => new PgSignInCounter(db), inject: [DataSource] },
    { provide: SecondFactors, useFactory: (db: DataSource) => new PgSecondFactors(db), inject: [DataSource] },
    {
      provide: TotpSecrets,
      useFactory: (db: DataSource, keys: KeyRing) => new PgTotpSecrets(db, keys),
      inject: [DataSource, KeyRing],
    },
    { provide: TotpCodes, useClass: OtplibCodes },
    { provide: PasswordHasher, useFactory: () => new Argon2Hasher() },
    ...ACTS,
  ],
  exports: [Sessions, Recognise, RecogniseToken],
})
export class AccessModule {}
