/**
 * The Cypher editor: CodeMirror 6 in a shadow root, where its styles are constructed sheets, which the page's content
 * security policy allows. Highlighting is by words; completion asks completion.ts; the place of an error is underlined.
 */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Position } from '../../contract.ts';
import type { GraphSchema } from '../../query-contract.ts';
import { choicesAt, KEYWORDS } from './completion.ts';

const WORDS = new Set(KEYWORDS);

/** Colours a text by what each word is; the database says what is wrong. */
const cypherLanguage = StreamLanguage.define<{ after: string }>({
  name: 'cypher',
  startState: () => ({ after: '' }),
  token(stream, state) {
    if (stream.eatSpace()) return null;
    const { after } = state;
    state.after = '';
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match(/^'(?:[^'\\]|\\.)*'?|^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^\$\w+/)) return 'variableName.special';
    if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
    const word = stream.match(/^[A-Za-z_]\w*/);
    if (Array.isArray(word)) {
      if (after === ':' || after === '|') return 'typeName';
      if (after === '.') return 'propertyName';
      return WORDS.has((word[0] ?? '').toUpperCase()) ? 'keyword' : 'variableName';
    }
    state.after = stream.next() ?? '';
    return null;
  },
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.typeName, color: 'var(--code-type)' },
  { tag: tags.propertyName, color: 'var(--ink)' },
  { tag: tags.special(tags.variableName), color: 'var(--code-parameter)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13.5px', color: 'var(--ink)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--quiet)', border: 'none', paddingLeft: '6px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--subject)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', fontFamily: 'var(--mono)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { color: 'inherit', fontStyle: 'normal', opacity: '0.8' },
  '.cm-wrong': { textDecoration: 'underline wavy var(--danger) 1.5px', textUnderlineOffset: '3px' },
  '.cm-matchingBracket': { backgroundColor: 'var(--object)', outline: 'none' },
});

const setWrong = StateEffect.define<Position | null>();
const wrongMark = Decoration.mark({ class: 'cm-wrong' });

/** The word at a place, or the letter before the end of the text. */
const wrongAt = (state: EditorState, { line, column }: Position): DecorationSet => {
  if (line > state.doc.lines) return Decoration.none;
  const row = state.doc.line(line);
  const from = Math.min(row.from + column - 1, row.to);
  const word = /^\w+/.exec(state.doc.sliceString(from, row.to))?.[0] ?? '';
  const to = Math.min(state.doc.length, from + Math.max(1, word.length));
  const start = from === to ? Math.max(0, from - 1) : from;
  return start === to ? Decoration.none : Decoration.set([wrongMark.range(start, to)]);
};

const wrong = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (effect.is(setWrong)) now = effect.value === null ? Decoration.none : wrongAt(transaction.state, effect.value);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * Typing over a selection, done here: the browser would carry the colours of what it replaces over as inline styles, which
 * the page's content security policy reports.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main, ranges } = view.state.selection;
    const { data: text } = event;
    if (event.inputType !== 'insertText' || text === null || main.empty || ranges.length > 1 || view.composing)
      return false;
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type' });
    const isHandled = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, main.from, main.to, text, insert));
    if (!isHandled) view.dispatch(insert());
    return true;
  },
});

export interface Editor {
  setText(text: string): void;
  /** Underlines a place and puts the cursor there; null takes the line away. */
  setWrong(position: Position | null): void;
  focus(): void;
  destroy(): void;
}

interface EditorOptions {
  readonly place: HTMLElement;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly schema: () => GraphSchema | null;
  readonly parameters: () => readonly string[];
}

const NO_SCHEMA: GraphSchema = { labels: [], relationshipTypes: [] };
const ICONS = {
  label: 'class',
  type: 'interface',
  property: 'property',
  parameter: 'constant',
  variable: 'variable',
  keyword: 'keyword',
  function: 'function',
} as const;

export const createEditor = ({ place, text, onChange, onRun, schema, parameters }: EditorOptions): Editor => {
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const complete = (context: CompletionContext): CompletionResult | null => {
    const found = choicesAt(
      context.state.doc.toString(),
      context.pos,
      schema() ?? NO_SCHEMA,
      parameters(),
      context.explicit,
    );
    if (found === null) return null;
    return {
      from: found.from,
      options: found.choices.map(({ label, kind, told }) => ({
        label,
        type: ICONS[kind],
        ...(told === undefined ? {} : { detail: told }),
      })),
      validFor: /^\w*$/,
    };
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        cypherLanguage,
        syntaxHighlighting(colours),
        look,
        wrong,
        typeOver,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Cypher query', spellcheck: 'false', tabindex: '0' }),
        placeholder('MATCH …'),
        autocompletion({ override: [complete], icons: false }),
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              onRun();
              return true;
            },
          },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(next) {
      if (next === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    setWrong(position) {
      const effects = setWrong.of(position);
      if (position === null || position.line > view.state.doc.lines) view.dispatch({ effects });
      else {
        const row = view.state.doc.line(position.line);
        const anchor = Math.min(row.from + position.column - 1, row.to);
        view.dispatch({ effects, selection: { anchor }, scrollIntoView: true });
      }
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
};
