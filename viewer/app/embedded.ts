/**
 * The page as one file: the same page, which gets its answers from the graph in the page itself in place of the server.
 * Nothing may ask before that, so the page is imported last.
 */
import { z } from 'zod';
import { answerFrom } from '../embedded/answers.ts';
import { ELEMENT, HeldGraph } from '../embedded/graph.ts';
import { Held } from '../embedded/held.ts';
import { FRAGMENT } from './state/share.ts';

// Compiled checks need eval, which the page's content security policy forbids.
z.config({ jitless: true });

const element = document.getElementById(ELEMENT);
if (element === null) throw new Error(`The page has no element with the id "${ELEMENT}".`);
const graph = HeldGraph.parse(JSON.parse(element.textContent));
const held = new Held(graph);
if (graph.view !== null && location.hash === '') history.replaceState(null, '', FRAGMENT + graph.view);

const addressOf = (asked: RequestInfo | URL): string =>
  asked instanceof Request ? asked.url : asked instanceof URL ? asked.href : asked;

window.fetch = async (asked, request) => {
  const body = typeof request?.body === 'string' ? request.body : null;
  const answer = await answerFrom(held, addressOf(asked), body);
  return Response.json(answer.body, { status: answer.status });
};

await import('./main.tsx');
