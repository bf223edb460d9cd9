/** More different texts than a column of a long list has; then it starts anew, so that memory stays small. */
const MOST = 20_000;

/** Columns repeat their texts: the answer to each is kept. `read` must be pure. */
export const remembered = <Answer>(read: (text: string) => Answer): ((text: string) => Answer) => {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known.answer;
    const answer = read(text);
    if (answers.size >= MOST) answers.clear();
    answers.set(text, { answer });
    return answer;
  };
};
