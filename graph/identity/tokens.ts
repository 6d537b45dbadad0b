/**
 * Names as tokens that can be compared: any script to ASCII letters (any-ascii), lower case, no honorifics, and two keys of
 * a token that ways of romanising the same name share.
 */
import anyAscii from 'any-ascii';
import { GENERATIONS, HONORIFICS, LEGAL_FORMS, PARTICLES } from './spellings.ts';

/** Texts whose answer is kept; beyond, all are forgotten and it begins anew. */
const MOST_KEPT = 100_000;

/** The same function, which does not work out again what it was asked before: names are compared with many others. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = work(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, made);
    return made;
  };
}

/** Words of a name in ASCII lower case. "习近平" gives xi, jin, ping; "O'Neill" oneill; "Jong-un" jong, un. */
export function asciiTokens(name: string): string[] {
  return anyAscii(name.normalize('NFC').replace(/[’ʼʻ`´‘']/g, ''))
    .replace(/['"`]/g, '')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) =>
      /\p{Script=Latin}/u.test(name) ? before + after : `${before} ${after}`,
    )
    .toLowerCase()
    .replace(/&/g, ' and ')
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '');
}

export interface PersonName {
  readonly tokens: readonly string[];
  /** jr, iii ... */
  readonly generation: string | null;
}

const PATRONYMIC = /.(ovich|evich|ovych|yevich|ovna|evna|ivna|ichna)$/;

/** The tokens that tell who is meant: without honorifics, particles and patronymics, as long as two others are left. */
export const personName = remembering((name): PersonName => {
  const turned = name.includes(',') ? name.split(',').reverse().join(' ') : name;
  const all = asciiTokens(turned).map((token) => token.replace(/^(abd)u?l?$/, '$1'));
  const generation = all.slice(1).find((token) => GENERATIONS.has(token)) ?? null;
  const named = all.filter((token, index) => index === 0 || token !== generation);
  const plain = named.filter((token) => !HONORIFICS.has(token) && !PARTICLES.has(token));
  const kept =
    plain.length >= 2 || (plain.length === 1 && named.length === 1) ? plain : named.filter((t) => !PARTICLES.has(t));
  const withoutPatronymic = kept.filter((token, index) => index === 0 || !PATRONYMIC.test(token));
  const tokens = withoutPatronymic.length >= 2 ? withoutPatronymic : kept;
  return { tokens: tokens.length === 0 ? all : tokens, generation };
});

/** Words of a body's name; legal forms are left out where others are left. */
export const bodyTokens = remembering((name): readonly string[] => {
  const all = asciiTokens(name.replace(/\b([A-Z])\.(?=[A-Z]\b|[A-Z]\.|\s|$)/g, '$1'));
  const kept = all.filter((token) => !LEGAL_FORMS.has(token));
  return kept.length === 0 ? all : kept;
});

const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/dzh|dj/g, 'J'],
  [/zh/g, 'J'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ts|tz|cz/g, 'c'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/oe|ou|oo/g, 'u'],
  [/ae|ay|ai|ei|ey|ej|aj/g, 'e'],
  [/ee|ie|iy|yi|ij|ii|yy/g, 'i'],
  [/[yj]/g, 'i'],
  [/^ie/g, 'e'],
  [/h$/g, ''],
  [/(.)\1+/g, '$1'],
];

/** What spellings of one sound share; vowels stay. */
export const soundKey = remembering((token): string =>
  REPLACEMENTS.reduce((key, [pattern, by]) => key.replace(pattern, by), token),
);

/** Consonants of the sound, with those that romanisations of Arabic and Persian mix up made alike. */
export const consonantKey = remembering((token): string => {
  const key = soundKey(token)
    .replace(/[gk]/g, 'k')
    .replace(/(?!^)[aeiou]|h/g, '')
    .replace(/(.)\1+/g, '$1');
  return key.replace(/^[aeiou]/, 'a');
});

/** What ways of writing a Korean syllable share (McCune-Reischauer, Revised Romanization, passports). */
export const koreanKey = remembering((token): string =>
  token
    .replace(/eo|eu/g, (vowel) => (vowel === 'eo' ? 'o' : 'u'))
    .replace(/oo|ou|woo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/ae/g, 'e')
    .replace(/ch|j/g, 'c')
    .replace(/[gk]/g, 'k')
    .replace(/[dt]/g, 't')
    .replace(/[bp]/g, 'p')
    .replace(/[rl]/g, 'l')
    .replace(/yu/g, 'yo')
    .replace(/sh/g, 's')
    .replace(/(?<=.)u(?=[nkl]$|ng$)/g, 'o')
    .replace(/h$/, ''),
);
