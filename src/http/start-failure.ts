import type { Bilingual } from '../policy/bilingual.js';

/**
 * The service cannot start: one sentence in both languages that names what was found and what to do. `main` prints it and ends with 1.
 * Source: our design, docs/decisions/0003-transport.md
 */
export class StartFailure extends Error {
  constructor(readonly text: Bilingual) {
    super(text.en);
    this.name = 'StartFailure';
  }
}
