import type { Sigma } from "sigma";
import type { NodeProgram, NodeProgramType, ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import type { DrawnEdge, DrawnNode } from "../../explorer/drawn-graph.ts";
import { MARK_FRAGMENT_SHADER, MARK_VERTEX_SHADER } from "./mark-shaders.ts";

/** Sigma's own parts come in as values, so that only the canvas component imports them. */
export interface MarkProgramParts {
  readonly NodeProgram: typeof NodeProgram;
  readonly floatColor: (color: string) => number;
  /** Opacity of what is far from the focus, and of what is arriving, 0 to 1. */
  readonly light: () => readonly [far: number, arriving: number];
}

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_light"] as const;
const CORNERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
];
const NO_COLOR = "rgba(0,0,0,0)";

/** The WebGL program of all marks: circle, diamond, triangle, ring of dots, stack; filled, hollow or dotted. */
export const createMarkProgram = ({
  NodeProgram,
  floatColor,
  light,
}: MarkProgramParts): NodeProgramType<DrawnNode, DrawnEdge> =>
  class MarkProgram extends NodeProgram<(typeof UNIFORMS)[number], DrawnNode, DrawnEdge> {
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
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: MARK_VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: MARK_FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_look", size: 4, type: FLOAT },
          { name: "a_color", ...color },
          { name: "a_fill", ...color },
          { name: "a_ring", ...color },
          { name: "a_markColor", ...color },
          { name: "a_state", size: 2, type: FLOAT },
          { name: "a_mark", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: CORNERS,
      };
    }

    processVisibleItem(_nodeIndex: number, start: number, data: NodeDisplayData & Partial<DrawnNode>): void {
      const look = [data.x, data.y, data.size, data.form ?? 0, data.outline ?? 0, data.alpha ?? 1];
      this.array.set(look, start);
      this.array[start + 6] = floatColor(data.color || NO_COLOR);
      this.array[start + 7] = floatColor(data.fill || NO_COLOR);
      this.array[start + 8] = floatColor(data.ring || NO_COLOR);
      this.array[start + 9] = floatColor(data.markColor || NO_COLOR);
      this.array[start + 10] = data.near ?? 0;
      this.array[start + 11] = data.arriving ?? 0;
      this.array[start + 12] = data.mark ?? 0;
    }

    setUniforms(
      params: RenderParams,
      { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>,
    ): void {
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform2fv(uniformLocations.u_light, light());
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    }
  };
