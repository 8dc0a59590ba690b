package magicbench.harness.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** The data sets that magicbench knows, one metadata file each beside this class. */
public final class DataCatalogue {

  /** WordNet 3.1: definitions and example sentences. */
  public static final String WORDNET = "wordnet";

  /** LanguageTool's English rules: example sentences. */
  public static final String LANGUAGE_TOOL = "languagetool";

  /** Proceedings of the European Parliament, in the Lucene test framework. */
  public static final String EUROPARL = "europarl";

  /** The vocabulary of BERT uncased, in the quantised MiniLM. */
  public static final String MINILM = "minilm";

  /** BERT-base uncased, with its masked-LM head. */
  public static final String BERT_BASE = "bert-base";

  /** MiniLM with six layers, in single precision. */
  public static final String MINILM_L6 = "minilm-l6";

  private static final List<String> NAMES = List.of(WORDNET, LANGUAGE_TOOL, EUROPARL, MINILM);
  private static final List<String> OPTIONAL = List.of(BERT_BASE, MINILM_L6);

  private final List<DataSet> dataSets;
  private final List<DataSet> optional;

  /** Reads every metadata file. */
  public DataCatalogue() {
    this.dataSets = NAMES.stream().map(DataCatalogue::read).toList();
    this.optional = OPTIONAL.stream().map(DataCatalogue::read).toList();
  }

  /**
   * The data sets that every build fetches.
   *
   * @return the data sets, in the catalogue's order
   */
  public List<DataSet> dataSets() {
    return dataSets;
  }

  /**
   * The data sets that only a profile of the build fetches.
   *
   * @return the data sets, in the catalogue's order
   */
  public List<DataSet> optional() {
    return optional;
  }

  /**
   * One data set, optional or not.
   *
   * @param name its short name
   * @return the data set
   * @throws IllegalArgumentException when the catalogue has no such name
   */
  public DataSet dataSet(String name) {
    return Stream.concat(dataSets.stream(), optional.stream())
        .filter(dataSet -> dataSet.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no data set " + name + "; there are " + NAMES + " and " + OPTIONAL));
  }

  private static DataSet read(String name) {
    String resource = name + ".yaml";
    try (InputStream in = DataCatalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("metadata file missing from the build: " + resource);
      }
      return new ObjectMapper(new YAMLFactory()).readValue(in, DataSet.class);
    } catch (IOException e) {
      throw new IllegalStateException("metadata file broken: " + resource, e);
    }
  }
}
