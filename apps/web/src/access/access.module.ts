import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Argon2Hasher } from '#adapters/access/argon2-hasher.js';
import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgSignInCounter } from '#adapters/postgres/access/pg-sign-in-counter.js';
import { PgUserLinks } from '#adapters/postgres/access/pg-user-links.js';
import { ChoosePreferences } from '#application/access/choose-preferences.js';
import { PasswordHasher } from '#application/access/password-hasher.js';
import { ProvePassword } from '#application/access/prove-password.js';
import { Recognise } from '#application/access/recognise.js';
import { Sessions } from '#application/access/sessions.js';
import { SetPassword } from '#application/access/set-password.js';
import { SignInCounter } from '#application/access/sign-in-counter.js';
import { SignIn } from '#application/access/sign-in.js';
import { SignOut } from '#application/access/sign-out.js';
import { UserLinks } from '#application/access/user-links.js';
import { AccountController } from './account.controller.js';
import { PasswordController } from './password.controller.js';
import { SignInController } from './sign-in.controller.js';

const ACTS = [ProvePassword, SignIn, SignOut, Recognise, SetPassword, ChoosePreferences];

/** Signing in and out, the account, and choosing a password. */
@Module({
  controllers: [SignInController, AccountController, PasswordController],
  providers: [
    { provide: Sessions, useFactory: (db: DataSource) => new PgSessions(db), inject: [DataSource] },
    { provide: UserLinks, useFactory: (db: DataSource) => new PgUserLinks(db), inject: [DataSource] },
    { provide: SignInCounter, useFactory: (db: DataSource) => new PgSignInCounter(db), inject: [DataSource] },
    { provide: PasswordHasher, useFactory: () => new Argon2Hasher() },
    ...ACTS,
  ],
  exports: [Sessions, Recognise],
})
export class AccessModule {}
