/** A function that makes its answer once for each object it is asked about: most units of a register share theirs. */
export const remembered = <K extends object, V>(make: (of: K) => V): ((of: K) => V) => {
  const known = new Map<K, V>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) {
      answer = make(of);
      known.set(of, answer);
    }
    return answer;
  };
};
