/** A function that makes its answer once for each object it is asked about, and keeps it as long as that: many ask about the same. */
export const remembered = <K extends object, V>(make: (of: K) => V): ((of: K) => V) => {
  const known = new WeakMap<K, V>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) {
      answer = make(of);
      known.set(of, answer);
    }
    return answer;
  };
};
