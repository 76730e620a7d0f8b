import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of one leaf. Source: RFC 6962, 2.1 */
export const leafHash = (bytes: Uint8Array): Buffer => sha256(LEAF, bytes);

/** The hash over two neighbouring subtrees. Source: RFC 6962, 2.1 */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/**
 * The Merkle tree hash of a list of leaves, in their order; that of no leaves is the hash of nothing.
 * Source: RFC 6962, 2.1
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256();
  let level = leaves.map(leafHash);
  while (level.length > 1) level = nextLevel(level);
  return level[0] as Buffer;
}

/** Pairs from the left; a lone last subtree goes up as it is, which is what splitting at the largest power of two gives. */
function nextLevel(level: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const left = level[at] as Buffer;
    const right = level[at + 1];
    next.push(right === undefined ? left : nodeHash(left, right));
  }
  return next;
}
