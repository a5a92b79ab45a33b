import type { Sigma } from "sigma";
import type { EdgeProgram, EdgeProgramType, ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { DrawnEdge, DrawnNode } from "../../explorer/drawn-graph.ts";
import { CURVE_FRAGMENT_SHADER, CURVE_VERTEX_SHADER } from "./curve-shaders.ts";

/** Sigma's own parts come in as values, so that only the canvas component imports them. */
export interface CurveProgramParts {
  readonly EdgeProgram: typeof EdgeProgram;
  readonly floatColor: (color: string) => number;
  /** Opacity of what is far from the focus, and of what is arriving, 0 to 1. */
  readonly light: () => readonly [far: number, arriving: number];
  /** Outside of layers, edges run the shortest way. */
  readonly isStraight: () => boolean;
}

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_light", "u_straight"] as const;
const STEPS = 16;
const PLACES = [-2, -1, ...Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS)];
const STRIP = PLACES.flatMap((place) => [
  [place, -1],
  [place, 1],
]);

/** The WebGL program of all edges: level curves or straight lines, solid or dashed, with the arrow at the derived end. */
export const createCurveProgram = ({
  EdgeProgram,
  floatColor,
  light,
  isStraight,
}: CurveProgramParts): EdgeProgramType<DrawnNode, DrawnEdge> =>
  class CurveProgram extends EdgeProgram<(typeof UNIFORMS)[number], DrawnNode, DrawnEdge> {
    /** Without a buffer for picking nothing is drawn twice (pick-by-numbers.ts). */
    constructor(
      gl: WebGLRenderingContext,
      _picking: WebGLFramebuffer | null,
      renderer: Sigma<DrawnNode, DrawnEdge>,
    ) {
      super(gl, null, renderer);
    }

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
      const color = { size: 4, type: UNSIGNED_BYTE, normalized: true };
      return {
        VERTICES: STRIP.length,
        VERTEX_SHADER_SOURCE: CURVE_VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: CURVE_FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_ends", size: 4, type: FLOAT },
          { name: "a_look", size: 4, type: FLOAT },
          { name: "a_radii", size: 2, type: FLOAT },
          { name: "a_state", size: 2, type: FLOAT },
          { name: "a_color", ...color },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_place", size: 2, type: FLOAT }],
        CONSTANT_DATA: STRIP,
      };
    }

    // oxlint-disable-next-line max-params -- Sigma calls it with these five
    processVisibleItem(
      _edgeIndex: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData & Partial<DrawnEdge>,
    ): void {
      const ends = [source.x, source.y, target.x, target.y];
      const look = [data.size, data.dash ?? 0, data.alpha ?? 1, data.head ?? 0];
      const state = [data.near ?? 0, data.arriving ?? 0];
      this.array.set([...ends, ...look, source.size, target.size, ...state], start);
      this.array[start + 12] = floatColor(data.color);
    }

    setUniforms(
      params: RenderParams,
      { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>,
    ): void {
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform2fv(uniformLocations.u_light, light());
      gl.uniform1f(uniformLocations.u_straight, isStraight() ? 1 : 0);
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    }
  };
