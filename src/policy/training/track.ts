/** What Annex 4 prints, and people write, where an occupation has no track. */
const PLACEHOLDER = /^[-—_–]+$/u;

/**
 * A track without blanks around it; null where there is none or only a placeholder stands.
 * Source: 辽人社发〔2023〕36号, 附件4注3
 */
export function trackOf(text: string | null): string | null {
  const track = (text ?? '').normalize('NFKC').trim();
  return track === '' || PLACEHOLDER.test(track) ? null : track;
}
