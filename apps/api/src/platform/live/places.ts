/**
 * A few places for each owner, in this process: whoever takes one more makes the one that was taken first end. So many open at
 * once are no way to wear the portal out, and nobody is refused the newest.
 */
export class Places {
  private readonly taken = new Map<string, Set<() => void>>();

  constructor(private readonly most: number) {}

  /**
   * Takes a place for an owner; gives what frees it.
   * @param end called once where another takes the place
   */
  take(owner: string, end: () => void): () => void {
    const places = this.taken.get(owner) ?? new Set();
    this.taken.set(owner, places);
    // An entry of its own, though two might end by the same function.
    const place = (): void => end();
    const [oldest] = places;
    if (places.size >= this.most && oldest) {
      places.delete(oldest);
      oldest();
    }
    places.add(place);
    return () => {
      places.delete(place);
      if (places.size === 0 && this.taken.get(owner) === places) this.taken.delete(owner);
    };
  }
}
