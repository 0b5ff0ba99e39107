/** Longer ones are reviews. */
const MAX_LENGTH = 100;

interface QuoteRatingProps {
  readonly rating: string;
  readonly onRate: (rating: string) => void;
}

/** What the reader thinks of a claim, in words of the reader's own: nothing here proposes one. */
export const QuoteRating = ({ rating, onRate }: QuoteRatingProps) => (
  <label class="quote-rating">
    Your rating
    <input
      class="draft-field is-wide"
      type="text"
      maxLength={MAX_LENGTH}
      value={rating}
      placeholder="Such as: false, or needs context"
      onInput={({ currentTarget }) => onRate(currentTarget.value)}
    />
  </label>
);
