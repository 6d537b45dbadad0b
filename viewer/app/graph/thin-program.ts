/** The WebGL program of lines that are too many to style: one pixel wide, a colour, two vertices. */
import type { RenderParams } from 'sigma/types';
import type { ProgramInfo } from 'sigma/rendering';
import { LineProgram } from './line-program.ts';
import type { Line } from './lines.ts';

const UNIFORMS = ['u_matrix'] as const;

interface Dialect {
  readonly first: string;
  readonly attribute: string;
  readonly handedOn: string;
  readonly takenOver: string;
  readonly output: string;
  readonly colour: string;
}

/** A line has one colour: where the language can say so, none is computed for each pixel. */
const FLAT: Dialect = {
  first: '#version 300 es',
  attribute: 'in',
  handedOn: 'flat out',
  takenOver: 'flat in',
  output: 'out vec4 colour;',
  colour: 'colour',
};
const OLD: Dialect = {
  first: '',
  attribute: 'attribute',
  handedOn: 'varying',
  takenOver: 'varying',
  output: '',
  colour: 'gl_FragColor',
};

const vertexIn = ({ first, attribute, handedOn }: Dialect): string => /* glsl */ `${first}
${attribute} vec2 a_position;
${attribute} vec4 a_color;
uniform mat3 u_matrix;
${handedOn} vec4 v_color;

const float bias = 255.0 / 254.0;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_color = a_color;
  v_color.a *= bias;
}
`;

const fragmentIn = ({ first, takenOver, output, colour }: Dialect): string => /* glsl */ `${first}
precision mediump float;
${takenOver} vec4 v_color;
${output}

void main(void) {
  ${colour} = v_color;
}
`;

const { FLOAT, LINES, UNSIGNED_BYTE } = WebGLRenderingContext;

export class ThinProgram extends LineProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 2,
      VERTEX_SHADER_SOURCE: vertexIn(OLD),
      FRAGMENT_SHADER_SOURCE: fragmentIn(OLD),
      METHOD: LINES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override getProgramInfo(
    name: 'normal' | 'pick',
    gl: WebGLRenderingContext | WebGL2RenderingContext,
    _vertex: string,
    _fragment: string,
    frameBuffer: WebGLFramebuffer | null,
  ): ProgramInfo {
    const dialect = gl instanceof WebGL2RenderingContext ? FLAT : OLD;
    return super.getProgramInfo(name, gl, vertexIn(dialect), fragmentIn(dialect), frameBuffer);
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
