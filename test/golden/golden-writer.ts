import { HbsLetterWriter } from '#adapters/letters/hbs-letter-writer.js';
import { projectPath } from '#adapters/settings/project.js';
import { CountingIdentities } from '#test/builders/letter-facts.builder.js';

/** A writer on the project's own templates whose ids count from one. */
export const goldenWriter = (): HbsLetterWriter =>
  new HbsLetterWriter(projectPath('templates', 'letters'), new CountingIdentities());
