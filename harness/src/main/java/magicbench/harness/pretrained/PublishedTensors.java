package magicbench.harness.pretrained;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;

/**
 * The arrays of a published BERT by the names that its later releases use, for instance {@code
 * encoder.layer.0.attention.self.query.weight}.
 */
final class PublishedTensors {

  private final String where;
  private final SortedMap<String, PublishedTensor> byName;

  PublishedTensors(String where, Map<String, PublishedTensor> byName) {
    this.where = where;
    this.byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /**
   * One array.
   *
   * @param name its name
   * @throws InputException when the file has none of that name
   */
  PublishedTensor get(String name) {
    PublishedTensor tensor = byName.get(name);
    if (tensor == null) {
      throw new InputException(where, "has no array " + name, "use the published file");
    }
    return tensor;
  }

  /** All names, sorted. */
  SortedMap<String, PublishedTensor> all() {
    return byName;
  }
}
