import { writeFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';
import { NOTICE_EXAMPLES } from './notice-examples.js';

// Run by hand after a wanted change of the format, and read the difference: `node dist/test/golden/write-notice-examples.js`.
for (const [name, document] of Object.entries(NOTICE_EXAMPLES)) {
  writeFileSync(projectPath('docs', 'notice-examples', `${name}.json`), document);
}
