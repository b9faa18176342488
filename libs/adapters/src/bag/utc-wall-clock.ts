/**
 * An instant whose wall clock reads UTC everywhere. The zip format keeps local wall-clock time and yazl asks the date
 * for it, so without this the same bag would have other bytes on a machine in another time zone.
 */
export class UtcWallClock extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
}
