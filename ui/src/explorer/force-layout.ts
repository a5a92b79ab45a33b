import { createQuadTree, type Body } from "./quad-tree.ts";

/** What a force layout is asked for. */
export interface ForceRequest {
  /** Places that are known; a fixed node keeps its own. */
  readonly nodes: readonly {
    readonly id: string;
    readonly x?: number;
    readonly y?: number;
    readonly isFixed?: boolean;
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export type ForceAnswer = readonly { readonly id: string; readonly x: number; readonly y: number }[];

/** Length of an edge at rest, in pixels at 100 %. */
const SPRING_LENGTH = 70;
const REPULSION = 1_400;
const GRAVITY = 0.012;
/** Part of the speed that is left after a step. */
const FRICTION = 0.6;
const MOST_STEPS = 300;
const FEWEST_STEPS = 60;
/** Nodes times steps that take a worker about two seconds. */
const MOST_WORK = 240_000;
/** Heat falls from 1 to this, then the layout stands. */
const COLD = 0.004;
/** Mean move in pixels below which nobody sees anything change. */
const CALM_PX = 0.25;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const START_SPACING = 24;

interface Particle extends Body {
  readonly id: string;
  readonly isFixed: boolean;
  x: number;
  y: number;
  speedX: number;
  speedY: number;
}

/**
 * Lets all nodes push each other away and edges pull their ends together until it is calm, 300 steps at most. No chance is
 * involved: the same graph always gives the same picture, in whatever order it comes. Beyond 800 nodes it takes fewer steps,
 * and the picture is rougher.
 */
export const forceLayout = ({ nodes, edges }: ForceRequest): ForceAnswer => {
  const particles = toParticles(nodes);
  const springs = toSprings(particles, edges);
  const steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, Math.floor(MOST_WORK / (nodes.length || 1))));
  const cooling = 1 - COLD ** (1 / steps);
  let heat = 1;
  for (let step = 0; step < steps; step += 1) {
    repel(particles, heat);
    pull(springs, heat);
    const moved = move(particles, heat);
    heat *= 1 - cooling;
    if (moved < CALM_PX) break;
  }
  return particles.map(({ id, x, y }) => ({ id, x, y }));
};

/** Unknown nodes start as a sunflower's seeds around the known ones' middle, in the order of their ids. */
const toParticles = (nodes: ForceRequest["nodes"]): readonly Particle[] => {
  const known = nodes.filter((node) => node.x !== undefined);
  const middleX = known.reduce((sum, node) => sum + (node.x ?? 0), 0) / (known.length || 1);
  const middleY = known.reduce((sum, node) => sum + (node.y ?? 0), 0) / (known.length || 1);
  return [...nodes]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, x, y, isFixed = false }, index) => {
      const reach = START_SPACING * Math.sqrt(index + 0.5);
      const angle = index * GOLDEN_ANGLE;
      return {
        id,
        isFixed,
        x: x ?? middleX + reach * Math.cos(angle),
        y: y ?? middleY + reach * Math.sin(angle),
        speedX: 0,
        speedY: 0,
      };
    });
};

interface Spring {
  readonly from: Particle;
  readonly to: Particle;
  /** Hubs pull less on each of their many, or these would lie on top of each other. */
  readonly strength: number;
  /** Part of the pull that moves `from`. */
  readonly share: number;
}

const toSprings = (particles: readonly Particle[], edges: ForceRequest["edges"]): readonly Spring[] => {
  const byId = new Map(particles.map((particle) => [particle.id, particle]));
  const degrees = new Map<string, number>();
  for (const { from, to } of edges) {
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  return edges.flatMap((edge) => {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    if (from === undefined || to === undefined || from === to) return [];
    const fromDegree = degrees.get(edge.from) ?? 1;
    const toDegree = degrees.get(edge.to) ?? 1;
    return [
      { from, to, strength: 1 / Math.min(fromDegree, toDegree), share: toDegree / (fromDegree + toDegree) },
    ];
  });
};

const repel = (particles: readonly Particle[], heat: number): void => {
  const tree = createQuadTree(particles);
  for (const particle of particles) {
    if (particle.isFixed) continue;
    const push = tree.push(particle);
    particle.speedX += push.x * REPULSION * heat - particle.x * GRAVITY * heat;
    particle.speedY += push.y * REPULSION * heat - particle.y * GRAVITY * heat;
  }
};

const pull = (springs: readonly Spring[], heat: number): void => {
  for (const { from, to, strength, share } of springs) {
    const x = to.x + to.speedX - from.x - from.speedX;
    const y = to.y + to.speedY - from.y - from.speedY;
    const length = Math.hypot(x, y) || 1;
    const force = ((length - SPRING_LENGTH) / length) * strength * heat;
    from.speedX += x * force * share;
    from.speedY += y * force * share;
    to.speedX -= x * force * (1 - share);
    to.speedY -= y * force * (1 - share);
  }
};

/** The mean way that the nodes went. */
const move = (particles: readonly Particle[], heat: number): number => {
  let way = 0;
  const farthest = SPRING_LENGTH * Math.max(heat, 0.1);
  for (const particle of particles) {
    if (particle.isFixed) continue;
    const speed = Math.hypot(particle.speedX, particle.speedY);
    const limit = speed > farthest ? farthest / speed : 1;
    particle.x += particle.speedX * limit;
    particle.y += particle.speedY * limit;
    way += speed * limit;
    particle.speedX *= FRICTION;
    particle.speedY *= FRICTION;
  }
  return way / (particles.length || 1);
};
