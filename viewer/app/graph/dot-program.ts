/**
 * The WebGL program of discs that are too many for a border: each a triangle of its own round the disc. Sigma's draws one
 * triangle ten thousand times over (instances), which costs a processor that stands in for a graphics card ten times as much.
 */
import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import type { ProgramInfo } from 'sigma/rendering';
import { floatColor } from 'sigma/utils';
import type { NodeAttributes } from './style.ts';

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio'] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
// From the middle of the disc, in pixels.
varying vec2 v_away;
varying float v_radius;

const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_away = a_corner * v_radius;
  gl_Position = vec4((u_matrix * vec3(a_position + v_away * 2.0 * u_correctionRatio, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying vec2 v_away;
varying float v_radius;

void main(void) {
  float inside = v_radius - length(v_away);
  #ifdef PICKING_MODE
  gl_FragColor = inside < 0.0 ? vec4(0.0) : v_color;
  #else
  gl_FragColor = v_color * clamp(inside, 0.0, 1.0);
  #endif
}
`;

const { FLOAT, TRIANGLES, UNSIGNED_BYTE } = WebGLRenderingContext;

/** Of the smallest triangle round a disc of radius 1. */
const CORNERS = [
  [2, 0],
  [-1, Math.sqrt(3)],
  [-1, -Math.sqrt(3)],
] as const;

export class DotProgram extends NodeProgram<(typeof UNIFORMS)[number], NodeAttributes> {
  // Nothing is written beside a disc; types of sigma ask for both.
  override drawLabel = undefined;
  override drawHover = undefined;

  override getDefinition() {
    return {
      VERTICES: CORNERS.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_corner', size: 2, type: FLOAT },
      ],
    };
  }

  override processVisibleItem(id: number, start: number, { x, y, size, color }: NodeDisplayData): void {
    const { array } = this;
    const packed = floatColor(color);
    let at = start;
    for (const corner of CORNERS) {
      array[at] = x;
      array[at + 1] = y;
      array[at + 2] = size;
      array[at + 3] = packed;
      array[at + 4] = id;
      array[at + 5] = corner[0];
      array[at + 6] = corner[1];
      at += 7;
    }
  }

  override setUniforms(parameters: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const at = (name: (typeof UNIFORMS)[number]): WebGLUniformLocation | null => uniformLocations[name] ?? null;
    gl.uniformMatrix3fv(at('u_matrix'), false, parameters.matrix);
    gl.uniform1f(at('u_sizeRatio'), parameters.sizeRatio);
    gl.uniform1f(at('u_correctionRatio'), parameters.correctionRatio);
  }
}
