package magicbench.harness.image;

import java.util.List;
import magicbench.harness.data.DataOrigin;

/**
 * A published set of pictures, as its authors divided it.
 *
 * @param train what is trained on
 * @param test what is scored on
 * @param origins the files that it was read from; the hash is of what a compressed file holds
 */
public record ImageParts(MemoryImages train, MemoryImages test, List<DataOrigin> origins) {

  /** Keeps an immutable copy. */
  public ImageParts {
    origins = List.copyOf(origins);
  }
}
