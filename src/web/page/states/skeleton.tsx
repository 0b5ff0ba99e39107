interface SkeletonProps {
  /** What is being waited for, for those who listen: "Searching". */
  readonly label: string;
  /** How many blocks to draw, about as many as will come. */
  readonly blocks: number;
}

/** The shape of what is to come, so that the page does not jump when it does. */
export const Skeleton = ({ label, blocks }: SkeletonProps) => (
  <div class="skeleton" role="status">
    <span class="for-ears">{label}</span>
    {Array.from({ length: blocks }, (_, block) => block).map((block) => (
      <div key={block} class="skeleton-block" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    ))}
  </div>
);
