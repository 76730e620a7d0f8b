/** The one clock: `main` makes it, tests set it. Gives the instant that it is now. */
export type Clock = () => Date;

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
export const dayInShanghai = (instant: Date): string => new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
