import { writeFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';
import { goldenWriter } from './golden-writer.js';
import { LETTER_CASES } from './letter-cases.js';

// Run by hand after a wanted change of the letters, and read the difference: `node dist/test/golden/write-letters.js`.
for (const [name, facts] of Object.entries(LETTER_CASES)) {
  const { bytes } = await goldenWriter().write(facts());
  writeFileSync(projectPath('test', 'golden', 'letters', `${name}.eml`), bytes);
}
