package magicbench.ci.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a browser found on a page.
 *
 * @param ids of its elements
 * @param targets of its links, images and style sheets, as they are written
 * @param numbers each as its exact value and its text
 * @param verdict the words in the place of a claim's verdict, one on a claim's page
 * @param effect exact values in the place of a claim's effect: the effect, then its interval
 * @param rows the lines of tables of verdicts, on the index
 * @param console what the browser said
 */
record Visit(
    List<String> ids,
    List<String> targets,
    List<Figure> numbers,
    List<String> verdict,
    List<Double> effect,
    List<Row> rows,
    List<String> console) {

  /** A number: its exact value and what a reader sees. */
  record Figure(String value, String text) {}

  /** A claim's line: where it leads, and its numbers as on its page. */
  record Row(String link, String verdict, List<Double> effect) {}

  static Visit of(String json, List<String> console) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode tree = (ObjectNode) mapper.readTree(json);
    tree.set("console", mapper.valueToTree(console));
    return mapper.treeToValue(tree, Visit.class);
  }
}
