package magicbench.harness.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What embedded tasks are made of: four of them of the same nouns, which are read once. For one
 * thread.
 */
final class EmbeddedSources {

  private final DataCatalogue catalogue = new DataCatalogue();
  private final DataFiles files;
  private final int validationPercent;
  private Optional<WordTree> nouns = Optional.empty();

  /**
   * Sources in the given places.
   *
   * @param files where the data sets' files are found
   * @param validationPercent the share of groups that the corpus holds out, in percent
   */
  EmbeddedSources(DataFiles files, int validationPercent) {
    this.files = files;
    this.validationPercent = validationPercent;
  }

  /** The share of groups that the corpus holds out, in percent. */
  int validationPercent() {
    return validationPercent;
  }

  /** One of the catalogue's data sets. */
  DataSet dataSet(String name) {
    return catalogue.dataSet(name);
  }

  /** The checked file of a data set. */
  Path jar(String name) {
    return files.resolve(dataSet(name));
  }

  /** WordNet's nouns. */
  WordTree nouns() {
    if (nouns.isEmpty()) {
      nouns = Optional.of(WordTree.read(jar(DataCatalogue.WORDNET)));
    }
    return nouns.get();
  }
}
