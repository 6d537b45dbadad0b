/** Light or dark: what the person chose, kept in this browser, or what the system prefers. */
import { z } from 'zod';
import type { Palette } from './graph/palette.ts';
import { dark, light } from './graph/palette.ts';
import type { Theme } from './state/store.ts';

const KEY = 'bulletin-graph-theme';
const Stored = z.enum(['system', 'light', 'dark']).catch('system');
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** A browser that keeps nothing for this page (a private window, a policy) starts with the system's theme. */
const readStored = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
};

const keep = (theme: Theme): void => {
  try {
    localStorage.setItem(KEY, theme);
  } catch (error) {
    // Chosen for this visit then.
    if (!(error instanceof DOMException)) throw error;
  }
};

export const storedTheme = (): Theme => Stored.parse(readStored());

export const paletteOf = (theme: Theme): Palette =>
  theme === 'dark' || (theme === 'system' && prefersDark.matches) ? dark : light;

export const applyTheme = (theme: Theme): void => {
  keep(theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

export const onSystemTheme = (listener: () => void): void => prefersDark.addEventListener('change', listener);

const still = matchMedia('(prefers-reduced-motion: reduce)');
/** Whether the person asked for less motion. */
export const prefersStill = (): boolean => still.matches;

/** Whether the page has the width of a phone: for reading first. */
export const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches;
