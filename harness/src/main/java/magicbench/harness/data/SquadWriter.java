package magicbench.harness.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * Writes questions in SQuAD's form, as {@link SquadReader} reads it: one article, a paragraph for
 * each run of questions on one context, places in code points.
 */
public final class SquadWriter {

  private SquadWriter() {}

  /**
   * Writes a file.
   *
   * @param file where to; replaced whole or not at all
   * @param version what the file calls its version, and its article
   * @param questions what is asked
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public static void write(Path file, String version, List<SquadQuestion> questions) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", version);
    ArrayNode paragraphs =
        root.putArray("data").addObject().put("title", version).putArray("paragraphs");
    String context = null;
    ArrayNode asked = null;
    for (SquadQuestion question : questions) {
      if (asked == null || !question.context().equals(context)) {
        context = question.context();
        asked = paragraphs.addObject().put("context", context).putArray("qas");
      }
      add(question, asked.addObject());
    }
    WholeFile.write(file, Json.write(root));
  }

  private static void add(SquadQuestion question, ObjectNode node) {
    node.put("id", question.id()).put("question", question.question());
    node.put("is_impossible", !question.isAnswerable());
    ArrayNode answers = node.putArray("answers");
    for (SquadQuestion.Span span : question.answers()) {
      answers
          .addObject()
          .put("text", span.in(question.context()))
          .put("answer_start", question.context().codePointCount(0, span.from()));
    }
  }
}
