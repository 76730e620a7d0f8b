/** The opaque id of an object that everyone can fetch again by `node(id)`: its type and its natural key. */
export const nodeId = (typeName: string, key: string): string => Buffer.from(`${typeName}:${key}`, 'utf8').toString('base64url');

/** What an id stands for, or null when it is none of ours. */
export function parseNodeId(id: string): { readonly typeName: string; readonly key: string } | null {
  const [, typeName, key] = /^([A-Za-z]+):(.+)$/su.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? [];
  return typeName === undefined || key === undefined || nodeId(typeName, key) !== id ? null : { typeName, key };
}
