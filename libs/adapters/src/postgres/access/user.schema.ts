import { EntitySchema } from 'typeorm';
import { User } from '#domain/access/user.js';

/** How a person lies in the table `users`; keys of private fields are not type-checked, hence `any`. */
export const UserSchema = new EntitySchema<any>({
  name: 'User',
  target: User,
  tableName: 'users',
  columns: {
    id: { type: 'uuid', primary: true },
    email: { type: 'text' },
    name: { type: 'text' },
    _role: { name: 'role', type: 'text' },
    _lines: { name: 'lines', type: 'text', array: true },
    _passwordHash: { name: 'password_hash', type: 'text', nullable: true },
    _language: { name: 'language', type: 'text' },
    _theme: { name: 'theme', type: 'text' },
    _shortcuts: { name: 'shortcuts', type: 'boolean', default: true },
    _inTraining: { name: 'in_training', type: 'boolean', default: false },
    _disabled: { name: 'disabled', type: 'boolean', default: false },
    _disabledFor: { name: 'disabled_for', type: 'text', nullable: true },
    version: { type: 'integer' },
  },
});
