package magicbench.harness.data;

/**
 * One batch of masked language modelling. The arrays belong to the batch: read only.
 *
 * @param inputIds what the model sees: batch × sequence tokens, one sequence after the other
 * @param positions the places to predict, as indexes into {@code inputIds}, ascending
 * @param targets the original token of each of these places
 */
@SuppressWarnings(
    "ArrayRecordComponent") // compared by identity; the arrays go straight to the engine
public record MlmBatch(int[] inputIds, int[] positions, int[] targets) {}
