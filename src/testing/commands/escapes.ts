const simple: Readonly<Record<string, string>> = {
  "\\": "\\",
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Text with its backslashes done, up to a `\c`. */
export function readEscapes(text: string): { readonly text: string; readonly stops: boolean } {
  const end = /(?<!\\)(?:\\\\)*\\c/.exec(text);
  const shown = end ? text.slice(0, end.index + end[0].length - 2) : text;
  const done = shown.replace(/\\(0?[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)/g, (whole, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    if (/^x./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return simple[code] ?? whole;
  });
  return { text: done, stops: end !== null };
}
