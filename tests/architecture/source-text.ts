/** A source text of unchanged length and lines: comments and regular expressions are blank in `code`, the contents of strings too in `bare`. */
export interface SourceText {
  readonly code: string;
  readonly bare: string;
}

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y;
const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const templatePart = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y;
/** A slash after one of these begins a regular expression, not a division. */
const beforePattern = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of))$/;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

const matchAt = (expression: RegExp, text: string, at: number): string | null => {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? null;
};

/** The string with its quotes kept and everything between them blank. */
const emptied = (text: string): string => text[0] + blank(text.slice(1, -1)) + text[text.length - 1];

/** Separates code from comments, regular expressions and the contents of strings. */
export const readSource = (text: string): SourceText => {
  let code = '';
  let bare = '';
  /** Open braces inside each open `${` of a template. */
  const templates: number[] = [];
  const put = (inCode: string, inBare: string): void => {
    code += inCode;
    bare += inBare;
  };
  while (code.length < text.length) {
    const at = code.length;
    const char = text[at] ?? '';
    const open = templates.length - 1;
    const isTemplate = char === '`' || (char === '}' && templates[open] === 0);
    const note = matchAt(comment, text, at);
    const string = matchAt(quoted, text, at);
    const expression = char === '/' && note === null && beforePattern.test(bare.trimEnd()) ? matchAt(pattern, text, at) : null;
    if (note !== null) put(blank(note), blank(note));
    else if (string !== null) put(string, emptied(string));
    else if (expression !== null) put(blank(expression), blank(expression));
    else if (isTemplate) {
      if (char === '}') templates.pop();
      const part = char + (matchAt(templatePart, text, at + 1) ?? '');
      if (part.endsWith('${')) templates.push(0);
      put(part, char + blank(part.slice(1, -1)) + part.slice(-1));
    } else {
      if (open >= 0 && char === '{') templates[open] = (templates[open] ?? 0) + 1;
      if (open >= 0 && char === '}') templates[open] = (templates[open] ?? 0) - 1;
      put(char, char);
    }
  }
  return { code, bare };
};

/** What a file imports, re-exports or starts as a worker (`new URL('./x.js', import.meta.url)`), as written. */
export const importsOf = ({ code, bare }: SourceText): string[] => {
  const openings = bare.matchAll(/(?:\bfrom|\bimport|\bimport\s*\(|\bnew URL\()\s*['"]/g);
  return [...openings].map((opening) => {
    const start = opening.index + opening[0].length;
    return code.slice(start, bare.indexOf(opening[0].slice(-1), start));
  });
};

export const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;
