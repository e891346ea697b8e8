type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** The array itself if it has `length` places, else a copy of at least twice its size. */
export const grown = <A extends Numbers>(array: A, length: number): A => {
  if (length <= array.length) return array;
  const next = new (array.constructor as new (length: number) => A)(Math.max(length, array.length * 2));
  next.set(array as never);
  return next;
};
