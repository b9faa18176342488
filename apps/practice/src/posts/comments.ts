import { between, dice, pick } from '../seeded.js';
import type { Post } from './post.js';
import { POSTS } from './posts.js';

/** An invented comment; `number` is unique on the page. */
export interface Comment {
  readonly number: number;
  readonly author: string;
  readonly words: string;
}

/** Two to four comments under a post, the same for the same seed. */
export function commentsOn(post: Post, seed: string): readonly Comment[] {
  const roll = dice(seed, 'comments', post.slug);
  const left = [...WORDS[post.language]];
  return Array.from({ length: between(roll, 2, 4) }, (_, index) => {
    const words = pick(roll, left);
    left.splice(left.indexOf(words), 1);
    const { author } = pick(
      roll,
      POSTS.filter((other) => other.author !== post.author && other.language === post.language),
    );
    return { number: index + 1, author, words };
  });
}

const WORDS: Readonly<Record<'nl' | 'en', readonly string[]>> = {
  nl: [
    'Mooi licht!',
    'Waar is dit precies?',
    'Dit wil ik ook eens proberen.',
    'Mijn dag is weer goed.',
    'Volgende keer neem ik koekjes mee.',
    'Ik tel er één meer dan jij.',
    'De vorige vond ik mooier, maar deze is rustiger.',
    'Regent het bij jullie ook?',
  ],
  en: [
    'Lovely light!',
    'Where is this?',
    'I should try that one day.',
    'This made my morning.',
    'Next time I will bring biscuits.',
    'I count one more than you do.',
    'I liked the last one better, but this is calmer.',
    'Is it raining at your end too?',
  ],
};
