/**
 * The WebGL program of a relation's line: a body that may be dashed and a head at either end, in twelve vertices. Heads
 * and dashes are attributes of each line, so that a filter changes a line in place and no program is filled anew. Lines are
 * never picked through WebGL (graph/hit.ts does it), so there is no picking mode.
 */
import type { RenderParams } from 'sigma/types';
import type { ProgramInfo } from 'sigma/rendering';
import { LineProgram } from './line-program.ts';
import type { Line } from './lines.ts';
import { BOTH_HEADS, DASHED } from './style.ts';

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_pixel', 'u_minEdgeThickness'] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec2 a_radii;
attribute float a_thickness;
attribute float a_style;
attribute vec4 a_color;
attribute float a_part;
attribute float a_along;
attribute float a_side;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
// One pixel of the page in the units of positions.
uniform float u_pixel;
uniform float u_minEdgeThickness;

varying vec4 v_color;
varying float v_along;
varying float v_side;
varying float v_half;
varying float v_dashed;

const float bias = 255.0 / 254.0;

void main() {
  float pixel = u_pixel;
  float thickness = max(a_thickness / u_sizeRatio, u_minEdgeThickness);
  float atEnd = mod(a_style, 2.0);
  float atStart = mod(floor(a_style / 2.0), 2.0);
  float dashed = step(3.5, a_style);

  vec2 delta = a_end - a_start;
  float span = max(length(delta), 1e-9);
  vec2 along = delta / span;
  vec2 across = vec2(-along.y, along.x);
  float headLength = (4.0 + 2.2 * thickness) * pixel;
  float headHalf = headLength * 0.46;
  vec2 tipEnd = a_end - along * a_radii.y / u_sizeRatio * pixel;
  vec2 tipStart = a_start + along * a_radii.x / u_sizeRatio * pixel;
  vec2 bodyEnd = mix(a_end, tipEnd - along * headLength * 0.9, atEnd);
  vec2 bodyStart = mix(a_start, tipStart + along * headLength * 0.9, atStart);

  vec2 position = a_start;
  v_half = thickness * 0.5 + 0.5;
  v_side = 0.0;
  v_along = 0.0;
  v_dashed = 0.0;
  if (a_part < 0.5) {
    position = mix(bodyStart, bodyEnd, a_along) + across * a_side * v_half * pixel;
    v_side = a_side * v_half;
    v_along = a_along * span / pixel;
    v_dashed = dashed;
  } else if (a_part < 1.5) {
    if (atEnd > 0.5) position = tipEnd - along * headLength * a_along + across * a_side * headHalf;
  } else if (atStart > 0.5) {
    position = tipStart + along * headLength * a_along + across * a_side * headHalf;
  }
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);

  v_color = a_color;
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying float v_along;
varying float v_side;
varying float v_half;
varying float v_dashed;

void main(void) {
  if (v_dashed > 0.5 && fract(v_along / 11.0) > 0.58) discard;
  gl_FragColor = v_color * (1.0 - smoothstep(v_half - 1.0, v_half, abs(v_side)));
}
`;

const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;

export class RelationProgram extends LineProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 12,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: WebGLRenderingContext.TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: FLOAT },
        { name: 'a_end', size: 2, type: FLOAT },
        { name: 'a_radii', size: 2, type: FLOAT },
        { name: 'a_thickness', size: 1, type: FLOAT },
        { name: 'a_style', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        // 0: body, 1: head at the end, 2: head at the start.
        { name: 'a_part', size: 1, type: FLOAT },
        { name: 'a_along', size: 1, type: FLOAT },
        { name: 'a_side', size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [
        [0, 0, 1],
        [0, 0, -1],
        [0, 1, 1],
        [0, 1, 1],
        [0, 0, -1],
        [0, 1, -1],
        [1, 0, 0],
        [1, 1, 1],
        [1, 1, -1],
        [2, 0, 0],
        [2, 1, 1],
        [2, 1, -1],
      ],
    };
  }

  override writeShown(start: number, { from, to, size, style }: Line, colour: number): void {
    // Once for each line that changes: no array, no closure.
    const { array } = this;
    array[start] = from.x;
    array[start + 1] = from.y;
    array[start + 2] = to.x;
    array[start + 3] = to.y;
    array[start + 4] = from.size;
    array[start + 5] = to.size;
    array[start + 6] = size;
    array[start + 7] = style & (BOTH_HEADS | DASHED);
    array[start + 8] = colour;
  }

  override setUniforms(parameters: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const at = (name: (typeof UNIFORMS)[number]): WebGLUniformLocation | null => uniformLocations[name] ?? null;
    const { matrix, pixel } = this.placing();
    gl.uniformMatrix3fv(at('u_matrix'), false, matrix);
    gl.uniform1f(at('u_sizeRatio'), parameters.sizeRatio);
    gl.uniform1f(at('u_pixel'), pixel);
    gl.uniform1f(at('u_minEdgeThickness'), parameters.minEdgeThickness);
  }
}
