/** Below Node 24.9 jest cannot load Nest's CommonJS companions, and dies without a word that helps. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 9)) return;
  throw new Error(`The tests need Node 24.9 or newer, this is ${process.version}; type "npm test", which finds it.`);
}
