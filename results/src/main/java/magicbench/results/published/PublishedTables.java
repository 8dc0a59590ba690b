package magicbench.results.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.ResourceIndex;

/** Every published table on the class path; a file's shape is {@code published.schema.json}. */
public final class PublishedTables {

  private static final String INDEX = "META-INF/magicbench/published";
  private static final JsonForm FORM = JsonForm.of("published");

  private PublishedTables() {}

  /**
   * Reads the files that the indices {@code META-INF/magicbench/published} list.
   *
   * @param loader where to look
   * @return the tables by id; none where there is no index
   * @throws InputException when a file is missing or wrong, or two have one id
   */
  public static List<PublishedTable> fromClasspath(ClassLoader loader) {
    List<PublishedTable> tables = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    ResourceIndex.read(loader, INDEX)
        .forEach(
            (path, yaml) -> {
              PublishedTable table = read(path, yaml);
              if (!ids.add(table.id())) {
                throw new InputException(
                    path, "id " + table.id() + " is used twice", "give each table its own");
              }
              tables.add(table);
            });
    return tables.stream().sorted(Comparator.comparing(PublishedTable::id)).toList();
  }

  /**
   * Reads one file.
   *
   * @throws InputException when it breaks the schema, or a row has too few or too many numbers
   */
  static PublishedTable read(String where, byte[] yaml) {
    JsonNode tree = Json.yamlTree(where, yaml);
    FORM.check(where, tree, "correct the table");
    PublishedTable table = Json.as(where, tree, PublishedTable.class);
    for (int row = 0; row < table.rows().size(); row++) {
      int scores = table.rows().get(row).scores().size();
      if (scores != table.columns().size()) {
        throw new InputException(
            where + " /rows/" + row + "/scores",
            scores + " numbers for " + table.columns().size() + " columns",
            "write one a column, null where none was printed");
      }
    }
    return table;
  }
}
