import { plainSchema } from './plain-schema.js';

/** Where the recording of a session is kept, and the hash that proves it unchanged. The recording itself is never here. */
export interface RecordingRow {
  readonly id: string;
  readonly year: number;
  readonly courseRunId: string;
  readonly heldOn: string;
  readonly isOnline: boolean;
  readonly reference: string;
  /** 64 hexadecimal digits in lower case */
  readonly sha256: string;
  readonly recordedBy: string;
}

export const recordingRow = plainSchema<RecordingRow>('recording', {
  id: 'bigint',
  year: 'integer',
  courseRunId: 'bigint',
  heldOn: 'date',
  isOnline: 'boolean',
  reference: 'text',
  sha256: 'text',
  recordedBy: 'text',
});
