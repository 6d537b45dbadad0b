/**
 * A name from a bulletin inside other words. Its direction is its own (a right-to-left or overriding name turns nothing
 * round it), and a name longer than any name is cut, with all of it on pointing at it.
 */
import { brief } from '../text/words.ts';

export const Name = ({ of }: { of: string }) => {
  const shown = brief(of);
  return <bdi title={shown === of ? undefined : of}>{shown}</bdi>;
};
