/** The WebGL program of lines that are too many to style: one pixel wide, a colour, two vertices. */
import type { RenderParams } from 'sigma/types';
import type { ProgramInfo } from 'sigma/rendering';
import { LineProgram } from './line-program.ts';
import type { Line } from './lines.ts';

const UNIFORMS = ['u_matrix'] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec4 a_color;
uniform mat3 u_matrix;
varying vec4 v_color;

const float bias = 255.0 / 254.0;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_color = a_color;
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;

void main(void) {
  gl_FragColor = v_color;
}
`;

const { FLOAT, LINES, UNSIGNED_BYTE } = WebGLRenderingContext;

export class ThinProgram extends LineProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 2,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: LINES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override writeShown(start: number, { from, to }: Line, colour: number): void {
    const { array } = this;
    array[start] = from.x;
    array[start + 1] = from.y;
    array[start + 2] = colour;
    array[start + 3] = to.x;
    array[start + 4] = to.y;
    array[start + 5] = colour;
  }

  /** The colours are opaque: nothing is blended, which would cost more than all the rest of a line. */
  override renderProgram(parameters: RenderParams, program: ProgramInfo): void {
    const { gl } = program;
    gl.disable(gl.BLEND);
    gl.useProgram(program.program);
    this.setUniforms(parameters, program);
    this.drawWebGL(this.METHOD, program);
  }

  override setUniforms(_parameters: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, this.placing().matrix);
  }
}
