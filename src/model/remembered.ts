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

/** Items by what `keyOf` says of them, groups and items in the order in which they come: `Map.groupBy`, which Node 20 lacks. */
export const groupBy = <Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};
