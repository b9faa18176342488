import type { Command } from '../command.js';
import { auditKeyCommand, auditVerifyCommand } from './audit.command.js';
import { captureCommand } from './capture.command.js';
import { databaseRolesCommand } from './database.command.js';
import { doctorCommand } from './doctor.command.js';
import { dossierCommand } from './dossier.command.js';
import { followUpCommand } from './follow-up.command.js';
import { importNoticesCommand } from './import-notices.command.js';
import { ingestCommand } from './ingest.command.js';
import { keyNewCommand } from './key.command.js';
import { migrateCommand } from './migrate.command.js';
import { practiceCodeCommand } from './practice-code.command.js';
import { readCommand } from './read.command.js';
import { recanonicaliseCommand } from './recanonicalise.command.js';
import { seedCommand } from './seed.command.js';
import { startCommand } from './start.command.js';
import { userAddCommand } from './user-add.command.js';
import { userDisableCommand, userListCommand, userResetCommand } from './user.command.js';
import { verifyCommand } from './verify.command.js';

/** Everything that can be typed after `seinpost`, in the order the help shows. */
export const COMMANDS: readonly Command[] = [
  auditKeyCommand,
  auditVerifyCommand,
  captureCommand,
  databaseRolesCommand,
  doctorCommand,
  dossierCommand,
  followUpCommand,
  importNoticesCommand,
  ingestCommand,
  keyNewCommand,
  migrateCommand,
  practiceCodeCommand,
  readCommand,
  recanonicaliseCommand,
  seedCommand,
  startCommand,
  userAddCommand,
  userListCommand,
  userDisableCommand,
  userResetCommand,
  verifyCommand,
];
