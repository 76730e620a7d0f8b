/** The two languages of every text; Chinese is the default. */
export type Language = 'zh' | 'en';

/** What every resolver gets beside its arguments: the reader's language and the desk that answers. */
export interface RequestContext<Desk = unknown> {
  readonly language: Language;
  readonly desk: Desk;
}
