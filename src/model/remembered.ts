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

/** The value of a key, made and kept where there is none yet. */
export const getOrInsert = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};
