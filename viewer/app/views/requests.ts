/** What the page asks about saved views, which are the same as of every date. */
import { address, ask, posted } from '../api/client.ts';
import { ViewAnswer, ViewsAnswer } from '../../views-contract.ts';

const TIMELESS = { timeless: true };

export const requests = {
  all: () => ask(ViewsAnswer, 'api/views', {}, TIMELESS),
  code: async (id: string) => (await ask(ViewAnswer, address('view', { id }), {}, TIMELESS)).code,
  save: (name: string, code: string, replace: boolean) =>
    ask(ViewsAnswer, 'api/save-view', posted({ name, code, replace }), TIMELESS),
  rename: (id: string, name: string) => ask(ViewsAnswer, 'api/rename-view', posted({ id, name }), TIMELESS),
  remove: (id: string) => ask(ViewsAnswer, 'api/delete-view', posted({ id }), TIMELESS),
};
