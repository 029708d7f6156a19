// Searching the outline. What is hidden is not found: a marker that was replaced would leave a heading or point as text.

import { SearchQuery, search, setSearchQuery } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { hiddenLength } from "./marks.ts";

/** Is nothing of a match hidden? At the end of a line it must not reach into the marker of the next. */
function isSeen(_match: string, state: EditorState, from: number, to: number): boolean {
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at);
    const hidden = hiddenLength(state, line);
    if (hidden > 0 && from < line.from + hidden) return false;
    at = line.to + 1;
  }
  return true;
}

/** The panel asks without a test, which is put in here. */
const testing = EditorState.transactionFilter.of((transaction) => {
  const asked = transaction.effects.flatMap((effect) => (effect.is(setSearchQuery) ? [effect.value] : []));
  const query = asked[asked.length - 1];
  if (!query || query.test === isSeen) return transaction;
  const { search, caseSensitive, literal, regexp, wholeWord, replace } = query;
  const tested = { search, caseSensitive, literal, regexp, wholeWord, replace, test: isSeen };
  return [transaction, { effects: setSearchQuery.of(new SearchQuery(tested)) }];
});

export const searching = [search({ top: true }), testing];
