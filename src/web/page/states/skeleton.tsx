/** How many lines each block of what is to come has. */
const SHAPES = {
  HITS: [3, 3, 3, 3],
  ARTICLE: [1, 4, 5, 3, 4, 4],
  PERSON: [1, 2, 3, 3, 3],
  LINES: [3],
} as const;

interface SkeletonProps {
  /** What is being waited for, for those who listen: "Searching". */
  readonly label: string;
  readonly shape: keyof typeof SHAPES;
}

/** The shape of what is to come, so that the page does not jump when it does. */
export const Skeleton = ({ label, shape }: SkeletonProps) => (
  <div class="skeleton" role="status">
    <span class="for-ears">{label}</span>
    {SHAPES[shape].map((lines, block) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a block is nothing but its place.
      <SkeletonBlock key={block} lines={lines} />
    ))}
  </div>
);

const SkeletonBlock = ({ lines }: { readonly lines: number }) => (
  <div class="skeleton-block" aria-hidden="true">
    {Array.from({ length: lines }, (_, line) => line).map((line) => (
      <span key={line} />
    ))}
  </div>
);
