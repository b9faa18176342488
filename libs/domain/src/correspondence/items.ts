import type { DecisionCode } from '../outcome/outcome-code.js';
import { addressesIn, type KnownAddresses } from './addresses.js';
import type { Verdict } from './cues/cue.js';
import { verdictOf } from './labels.js';
import { placesIn } from './places.js';
import type { ItemReading } from './reading.js';
import { paragraphsOf, plainWords, withoutAddresses } from './sentences.js';
import { saidWith } from './said.js';

/** The addresses a mail decides one by one, with the places named beside them. */
export interface ItemsFound {
  readonly items: readonly ItemReading[];
  readonly territory: readonly string[];
}

/** Beside an address, words this short only number or name it ("2.", "Content:", "Link to the post"). */
const BESIDE = 45;

/**
 * Reads lists, tables and sentences that give addresses a verdict: on the same line, on the line below, or under a
 * heading. An address without its own verdict is left out; one with two different verdicts too. A text that does not
 * name more addresses than `moreThan` is not read, and gives none.
 */
export function itemsIn(visible: string, known: KnownAddresses, moreThan = 0): ItemsFound {
  const found = new ItemList();
  const blocks = paragraphsOf(visible)
    .flatMap(splitByAddress)
    .map((words) => blockOf(words, known));
  if (new Set(blocks.flatMap(({ urls }) => urls)).size <= moreThan) return NOTHING;
  blocks.forEach((block, at) => found.take(block, blocks[at + 1]));
  return found.result();
}

const NOTHING: ItemsFound = { items: [], territory: [] };

/** A part of the text, with how many addresses it names and which of them may be reported content. */
interface Block {
  readonly words: string;
  readonly addresses: number;
  readonly urls: readonly string[];
}

function blockOf(words: string, known: KnownAddresses): Block {
  const all = addressesIn(words);
  const urls = all.map((url) => known.contentAddress(url)).filter((url) => url !== null);
  return { words, addresses: all.length, urls };
}

class ItemList {
  private readonly verdicts = new Map<string, Set<DecisionCode>>();
  private readonly places = new Set<string>();
  private heading: Verdict | null = null;
  private waiting: string[] = [];
  private sinceAddress = 0;

  take({ words, addresses, urls }: Block, next: Block | undefined): void {
    if (urls.length > 0) this.takeAddresses(urls, words, blockVerdict(words));
    else if (addresses === 0) this.takeWords(words, (next?.addresses ?? 0) > 0);
  }

  result(): ItemsFound {
    const items = [...this.verdicts].flatMap(([url, codes]) =>
      [...codes].length === 1 ? [{ url, outcome: [...codes][0] as DecisionCode }] : [],
    );
    return { items, territory: [...this.places] };
  }

  private takeAddresses(urls: readonly string[], block: string, verdict: Verdict | null): void {
    const beside = withoutAddresses(block).replaceAll('URL', '').trim();
    const given = verdict ?? (beside.length <= BESIDE ? this.heading : null);
    if (given !== null) this.keep(urls, given, block);
    this.sinceAddress = 0;
    this.waiting = given === null && beside.length <= BESIDE ? [...this.waiting, ...urls] : [];
  }

  private takeWords(block: string, leadsOn: boolean): void {
    this.sinceAddress += 1;
    if (this.sinceAddress > 2) this.waiting = [];
    const announces = block.endsWith(':') || (leadsOn && block.length <= 160);
    // Words that stand beside no address and under no heading are not read: whatever they say, it is for nobody.
    if (!announces && this.waiting.length === 0 && this.heading === null) return;
    const verdict = blockVerdict(block);
    if (verdict !== null && this.waiting.length > 0 && block.length <= 160 && !block.endsWith(':')) {
      this.keep(this.waiting, verdict, block);
      this.waiting = [];
      this.heading = null;
    } else if (verdict !== null) {
      this.heading = announces ? verdict : null;
      this.waiting = [];
      if (this.heading !== null) placesIn(block, plainWords(block)).forEach((place) => this.places.add(place));
    } else if (!/^\W{0,3}\w[\w ]{0,25}[:\t]/.test(block)) {
      if (block.length > 60 || /[.!?]$/.test(block)) this.heading = null;
      if (block.length > 120) this.waiting = [];
    }
  }

  private keep(urls: readonly string[], verdict: Verdict, words: string): void {
    const code: DecisionCode = verdict === 'not-acted' ? 'no-violation' : verdict;
    for (const url of urls) this.verdicts.set(url, (this.verdicts.get(url) ?? new Set()).add(code));
    if (code === 'removed-geo' || code === 'delisted') {
      const said = withoutAddresses(words);
      placesIn(said, plainWords(said), true).forEach((place) => this.places.add(place));
    }
  }
}

/** A row is judged cell by cell; of a paragraph that announces a list only its last sentence speaks. */
function blockVerdict(block: string): Verdict | null {
  if (block.includes('\t')) {
    const cells = block.split('\t').filter((cell) => addressesIn(cell).length === 0);
    return cells.map(verdictOf).find((verdict) => verdict !== null) ?? null;
  }
  const last = block.endsWith(':') ? (block.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? block) : block;
  return verdictOf(last);
}

const NEXT_PART = saidWith('i')`
      ,\s+(?:and |but |while |en |maar |terwijl )?|\s+(?:and|while|but|whereas|en|maar
      |terwijl)\s+(?=\S{0,40}https?:|the\b|de\b|het\b)
    `;

/** A paragraph that decides several addresses in different parts is cut so that each part has its own. */
function splitByAddress(block: string): string[] {
  if (block.includes('\t') || addressesIn(block).length < 2) return [block];
  const sentences = block.split(/(?<=[.!?;])\s+(?=\S)/);
  return sentences.flatMap((sentence) => {
    if (addressesIn(sentence).length < 2) return [sentence];
    const parts = sentence.split(NEXT_PART).filter((part) => part.trim() !== '');
    const telling = parts.filter((part) => addressesIn(part).length === 1 && verdictOf(part) !== null);
    return telling.length >= 2 ? parts : [sentence];
  });
}
