import type { Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deskHasher } from '#adapters/access/argon2-hasher.js';
import { ListedPasswords } from '#adapters/access/listed-passwords.js';
import { OtplibCodes } from '#adapters/access/otplib-codes.js';
import { WebauthnCeremony } from '#adapters/access/webauthn-ceremony.js';
import { PgAccessTokens } from '#adapters/postgres/access/pg-access-tokens.js';
import { PgKnownDevices } from '#adapters/postgres/access/pg-known-devices.js';
import { PgPasskeyChallenges } from '#adapters/postgres/access/pg-passkey-challenges.js';
import { PgPasskeys } from '#adapters/postgres/access/pg-passkeys.js';
import { PgRecoveryCodes } from '#adapters/postgres/access/pg-recovery-codes.js';
import { PgSecondFactors } from '#adapters/postgres/access/pg-second-factors.js';
import { PgSessions } from '#adapters/postgres/access/pg-sessions.js';
import { PgSignInCounter } from '#adapters/postgres/access/pg-sign-in-counter.js';
import { PgTotpSecrets } from '#adapters/postgres/access/pg-totp-secrets.js';
import { PgUserLinks } from '#adapters/postgres/access/pg-user-links.js';
import { AccessTokens } from '#application/access/access-tokens.js';
import { AddPasskey } from '#application/access/add-passkey.js';
import { ChangePassword } from '#application/access/change-password.js';
import { ChoosePreferences } from '#application/access/choose-preferences.js';
import { CommonPasswords } from '#application/access/common-passwords.js';
import { FirstFactor } from '#application/access/first-factor.js';
import { KeyRing } from '#application/access/key-ring.js';
import { KnownDevices } from '#application/access/known-devices.js';
import { MakeRecoveryCodes } from '#application/access/make-recovery-codes.js';
import { MakeToken } from '#application/access/make-token.js';
import { NewPassword } from '#application/access/new-password.js';
import { OwnSessions } from '#application/access/own-sessions.js';
import { PasskeyCeremony } from '#application/access/passkey-ceremony.js';
import { PasskeyChallenges } from '#application/access/passkey-challenges.js';
import { Passkeys } from '#application/access/passkeys.js';
import { PassSecondStep } from '#application/access/pass-second-step.js';
import { PasswordHasher } from '#application/access/password-hasher.js';
import { ProveAgain } from '#application/access/prove-again.js';
import { ProveCode } from '#application/access/prove-code.js';
import { ProvePasskey } from '#application/access/prove-passkey.js';
import { ProvePassword } from '#application/access/prove-password.js';
import { ProveTotp } from '#application/access/prove-totp.js';
import { Recognise } from '#application/access/recognise.js';
import { RecogniseToken } from '#application/access/recognise-token.js';
import { RecoveryCodes } from '#application/access/recovery-codes.js';
import { RemoveFactor } from '#application/access/remove-factor.js';
import { RevokeToken } from '#application/access/revoke-token.js';
import { SecondFactors } from '#application/access/second-factors.js';
import { Sessions } from '#application/access/sessions.js';
import { SetPassword } from '#application/access/set-password.js';
import { SetUpTotp } from '#application/access/set-up-totp.js';
import { SignInByPasskey } from '#application/access/sign-in-by-passkey.js';
import { SignInCounter } from '#application/access/sign-in-counter.js';
import { SignIn } from '#application/access/sign-in.js';
import { SignOut } from '#application/access/sign-out.js';
import { TotpCodes } from '#application/access/totp-codes.js';
import { TotpSecrets } from '#application/access/totp-secrets.js';
import { UserLinks } from '#application/access/user-links.js';
import { Address } from '../frame/address.js';

type Port = abstract new (...needs: never[]) => object;
type Adapter = new (db: DataSource, keys: KeyRing) => object;

const IN_POSTGRESQL: readonly (readonly [Port, Adapter])[] = [
  [Sessions, PgSessions],
  [UserLinks, PgUserLinks],
  [SignInCounter, PgSignInCounter],
  [KnownDevices, PgKnownDevices],
  [SecondFactors, PgSecondFactors],
  [TotpSecrets, PgTotpSecrets],
  [RecoveryCodes, PgRecoveryCodes],
  [Passkeys, PgPasskeys],
  [PasskeyChallenges, PgPasskeyChallenges],
  [AccessTokens, PgAccessTokens],
];

/** What proving who one is stands on; only the web needs it. */
export const ACCESS_PORTS: readonly Provider[] = [
  ...IN_POSTGRESQL.map(([port, Adapter]) => ({
    provide: port as never,
    useFactory: (db: DataSource, keys: KeyRing) => new Adapter(db, keys),
    inject: [DataSource, KeyRing],
  })),
  { provide: TotpCodes, useClass: OtplibCodes },
  { provide: CommonPasswords, useClass: ListedPasswords },
  { provide: PasswordHasher, useFactory: deskHasher, inject: [KeyRing] },
  {
    provide: PasskeyCeremony,
    useFactory: ({ baseUrl }: Address) => new WebauthnCeremony(baseUrl),
    inject: [Address],
  },
];

/** The acts of who signs in, and of who changes how they do. */
export const ACCESS_ACTS: readonly Provider[] = [
  ...[SignIn, SignInByPasskey, SignOut, Recognise, PassSecondStep, FirstFactor],
  ...[ProvePassword, ProveTotp, ProveCode, ProvePasskey, ProveAgain],
  ...[SetPassword, ChangePassword, NewPassword, ChoosePreferences, OwnSessions],
  ...[SetUpTotp, AddPasskey, RemoveFactor, MakeRecoveryCodes],
  ...[MakeToken, RevokeToken, RecogniseToken],
];

/** What the frame of every page needs of them. */
export const OPEN_TO_OTHERS = [Sessions, Recognise, RecogniseToken] as const;
