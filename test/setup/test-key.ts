/** The master key of every desk under test; it counts on byte by byte, so that the settings would refuse it. */
export const TEST_KEY = Uint8Array.from({ length: 32 }, (_, at) => at + 64);
