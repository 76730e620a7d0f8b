/** The SQL that writes an instant as the pure layers compare it: UTC, to the millisecond. Source: our design, docs/decisions/0011-places-ledger.md */
export const instantText = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
