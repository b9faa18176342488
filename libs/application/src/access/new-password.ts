import { Injectable } from '@nestjs/common';
import { checkPassword } from '#domain/access/password.js';
import { CommonPasswords } from './common-passwords.js';
import { Installation } from './installation.js';
import { PasswordHasher } from './password-hasher.js';

/** The word by which everybody here knows this program. */
const PRODUCT = 'seinpost';

/** Makes the hash of a password somebody chooses, once it is one that may be chosen. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly installation: Installation,
    private readonly common: CommonPasswords,
    private readonly hasher: PasswordHasher,
  ) {}

  async hashOf(password: string, of: { readonly email: string; readonly name: string }): Promise<string> {
    const { name, deskName } = await this.installation.organisation();
    const words = [of.email, of.name, name, deskName, PRODUCT];
    checkPassword(password, { words, isCommon: (text) => this.common.has(text) });
    return this.hasher.hash(password);
  }
}
