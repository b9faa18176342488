import type { LookName } from '../mail/look.js';
import type { ScriptCode } from '../scripts/scripts.js';
import type { SceneName } from './picture.js';

/** An invented, harmless post; `script` says what a notice about it leads to, `look` how the answers are written. */
export interface Post {
  readonly slug: string;
  readonly language: 'nl' | 'en';
  readonly author: string;
  readonly title: string;
  readonly text: string;
  readonly scene: SceneName;
  readonly script: ScriptCode;
  readonly look: LookName;
}
