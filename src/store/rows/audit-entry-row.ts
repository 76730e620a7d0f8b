import { plainSchema } from './plain-schema.js';

/** An entry of the audit log as it is stored: the bytes are the evidence, the columns repeat parts of them. */
export interface AuditEntryRow {
  readonly id: string;
  readonly year: number;
  readonly at: Date;
  readonly kind: string;
  readonly tenant: string;
  readonly regionCode: string | null;
  readonly actor: string;
  readonly suite: string;
  readonly bytes: Buffer;
}

export const auditEntryRow = plainSchema<AuditEntryRow>('audit_entry', {
  id: 'bigint',
  year: 'integer',
  at: 'timestamptz',
  kind: 'text',
  tenant: 'text',
  regionCode: 'text',
  actor: 'text',
  suite: 'text',
  bytes: 'bytea',
});
