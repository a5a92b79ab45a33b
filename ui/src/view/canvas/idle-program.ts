/**
 * Stands where Sigma wants a program and nothing is ever drawn by one: for the kinds of mark and edge that it brings itself, and for the
 * hovered mark, which has nothing over it here. Each real one would be compiled at the start, and without a graphics card that is slow.
 */
export class IdleProgram {
  readonly drawLabel = undefined;
  readonly drawHover = undefined;

  reallocate(): void {
    // Holds nothing.
  }

  process(): void {
    // Takes nothing in.
  }

  render(): void {
    // Draws nothing.
  }

  kill(): void {
    // Has nothing to free.
  }
}
