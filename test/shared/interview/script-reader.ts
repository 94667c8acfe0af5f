/**
 * A small reader of ExpressionScript, written from what LimeSurvey says that it does, to hold our conditions against: variables by name,
 * '' for what is not answered, which counts as 0 beside a number; as numbers where both sides are, else as texts.
 */
export type Variables = ReadonlyMap<string, string>;
type Value = string | number | boolean;

const token = /\s*([A-Za-z_][A-Za-z0-9_.]*|\d+(?:\.\d+)?|"[^"]*"|'[^']*'|&&|\|\||==|<=|>=|[!<>+\-*/(),])/y;

export function runScript(text: string, variables: Variables, today: string): Value {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text);
    if (found === null) throw new Error(`no script: ${text}`);
    tokens.push(found[1]!);
  }
  let at = 0;
  const next = () => tokens[at++]!;
  const is = (sign: string): boolean => {
    if (tokens[at] !== sign) return false;
    at += 1;
    return true;
  };
  const or = (): Value => {
    let left = and();
    while (is('||')) {
      const right = and();
      left = truth(left) || truth(right);
    }
    return left;
  };
  const and = (): Value => {
    let left = comparison();
    while (is('&&')) {
      const right = comparison();
      left = truth(left) && truth(right);
    }
    return left;
  };
  const comparison = (): Value => {
    const left = sum();
    const sign = tokens[at];
    if (!['==', '<', '<=', '>', '>='].includes(sign ?? '')) return left;
    at += 1;
    const right = sum();
    const isNumeric = [left, right].some((one) => typeof one === 'number') || (isNumber(left) && isNumber(right));
    const [a, b] = isNumeric ? [Number(left), Number(right)] : [String(left), String(right)];
    return sign === '==' ? a === b : sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : a >= b;
  };
  const sum = (): Value => {
    let left = product();
    for (;;) {
      if (is('+')) left = Number(left) + Number(product());
      else if (is('-')) left = Number(left) - Number(product());
      else return left;
    }
  };
  const product = (): Value => {
    let left = unary();
    for (;;) {
      if (is('*')) left = Number(left) * Number(unary());
      else if (is('/')) left = Number(left) / Number(unary());
      else return left;
    }
  };
  const unary = (): Value => {
    if (is('!')) return !truth(unary());
    if (is('-')) return -Number(unary());
    return primary();
  };
  const primary = (): Value => {
    const word = next();
    if (word === '(') {
      const inside = or();
      next();
      return inside;
    }
    if (/^["']/.test(word)) return word.slice(1, -1);
    if (/^\d/.test(word)) return Number(word);
    if (!is('(')) return variables.get(word.replace(/\.NAOK$/, '')) ?? '';
    const given: Value[] = [];
    while (!is(')')) {
      given.push(or());
      is(',');
    }
    return call(word, given, today);
  };
  const value = or();
  if (at !== tokens.length) throw new Error(`too much: ${text}`);
  return value;
}

export const truth = (value: Value): boolean => value !== '' && value !== 0 && value !== false && value !== '0';
const isNumber = (value: Value) => typeof value === 'number' || (value !== '' && !Number.isNaN(Number(value)));

function call(name: string, given: readonly Value[], today: string): Value {
  const text = String(given[0] ?? '');
  switch (name) {
    case 'is_empty':
      return text === '';
    case 'count':
      return given.filter((one) => one !== '').length;
    case 'substr':
      return text.slice(Number(given[1]), Number(given[1]) + Number(given[2]));
    case 'strlen':
      return text.length;
    case 'date':
      return today;
    default:
      throw new Error(`no function here: ${name}`);
  }
}
