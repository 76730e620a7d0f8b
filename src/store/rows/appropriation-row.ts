import type { Fund } from '../../ledger/fund-accounts.js';
import { plainSchema } from './plain-schema.js';

/** APPROPRIATION, OPENING and TOP_UP bring money; CARRY_OVER moves it on to the next year; REVERSAL takes back one of these. */
export type AppropriationCause = 'APPROPRIATION' | 'OPENING' | 'TOP_UP' | 'CARRY_OVER' | 'REVERSAL';
export type AppropriationStatus = 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'REVERSED';

/** Money that a document brings into a fund of a region and year, moves on, or takes back; it has moved once another person approved it. */
export interface AppropriationRow {
  readonly id: string;
  /** the year of the fund */
  readonly year: number;
  readonly regionCode: string;
  readonly fund: Fund;
  readonly cause: AppropriationCause;
  /** yuan with two decimals */
  readonly amount: string;
  readonly documentNumber: string;
  readonly reason: string | null;
  /** what a reversal takes back */
  readonly reversesId: string | null;
  readonly status: AppropriationStatus;
  readonly recordedBy: string;
  readonly recordedOn: string;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly decisionNote: string | null;
  readonly transferId: string | null;
}

export const appropriationRow = plainSchema<AppropriationRow>('appropriation', {
  id: 'bigint',
  year: 'integer',
  regionCode: 'text',
  fund: 'text',
  cause: 'text',
  amount: 'numeric',
  documentNumber: 'text',
  reason: 'text',
  reversesId: 'bigint',
  status: 'text',
  recordedBy: 'text',
  recordedOn: 'date',
  decidedBy: 'text',
  decidedOn: 'date',
  decisionNote: 'text',
  transferId: 'bigint',
});
