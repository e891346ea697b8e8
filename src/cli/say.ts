import type { TextStream } from './io.ts';
import { streamSink } from './stream-sink.ts';

/** Writes a short text as a whole. */
export const say = async (stream: TextStream, text: string): Promise<void> => {
  await streamSink(stream).write(Buffer.from(text));
};
