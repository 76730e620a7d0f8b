import { type Bilingual, bilingual } from '../../policy/bilingual.js';

/** What keeps scenarios from being run at all, in words for the person who started them. */
export class ScenarioProblem extends Error {
  readonly text: Bilingual;

  constructor(zh: string, en: string) {
    super(en);
    this.name = 'ScenarioProblem';
    this.text = bilingual(zh, en);
  }
}
