package magicbench.harness.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import magicbench.harness.data.SquadQuestion.Span;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;

/**
 * Reads SQuAD's JSON, version 1.1 or 2.0, as it is handed out.
 *
 * <p>An answer's place counts Unicode's code points, as Python does; it is turned into Java's. A
 * question whose answer doesn't stand where the file says, or that has an empty or oversized text,
 * is passed over and told of, up to 1 % of what is trained on; of what is scored on none may be,
 * since every question is to be answered. Fields that SQuAD doesn't know are left alone. {@code
 * plausible_answers} of a question without an answer are not read.
 */
public final class SquadReader {

  private static final int MAX_BYTES = 1 << 28;
  private static final int MAX_CHARACTERS = 1 << 20;
  private static final int MAX_QUESTIONS = 1_000_000;
  private static final double MAX_MALFORMED_SHARE = 0.01;
  private static final String REMEDY = "take the file as SQuAD's authors hand it out";

  private final Path file;
  private final Use use;
  private final List<SquadQuestion> questions = new ArrayList<>();
  private final List<String> malformed = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  /** What a file is read for. */
  public enum Use {
    /** To train on. */
    TRAINING,
    /** To score on. */
    SCORING
  }

  private SquadReader(Path file, Use use) {
    this.file = file;
    this.use = use;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param use what for
   * @return its questions
   * @throws InputException naming the file and the place in it of what is wrong
   */
  public static SquadQuestions read(Path file, Use use) {
    return new SquadReader(file, use).read();
  }

  private SquadQuestions read() {
    byte[] bytes = BoundedInput.read(file, MAX_BYTES);
    JsonNode root = Json.tree(file.toString(), bytes, REMEDY);
    JsonNode articles = list(root, "", "data");
    for (int place = 0; place < articles.size(); place++) {
      article(articles.get(place), "data[" + place + "]");
    }
    requireEnough();
    return new SquadQuestions(
        root.path("version").asText(), Hashes.sha256(bytes), questions, malformed);
  }

  private void article(JsonNode article, String where) {
    JsonNode paragraphs = list(article, where, "paragraphs");
    for (int place = 0; place < paragraphs.size(); place++) {
      String paragraph = where + ".paragraphs[" + place + "]";
      String context = text(paragraphs.get(place), paragraph, "context");
      JsonNode asked = list(paragraphs.get(place), paragraph, "qas");
      for (int number = 0; number < asked.size(); number++) {
        question(asked.get(number), paragraph + ".qas[" + number + "]", context);
      }
    }
  }

  private void question(JsonNode node, String where, String context) {
    String id = text(node, where, "id");
    String question = text(node, where, "question");
    if (!ids.add(id)) {
      throw fault(where, "has the id " + id + ", as another question has");
    }
    if (questions.size() == MAX_QUESTIONS) {
      throw fault(where, "is more than the millionth question");
    }
    Optional<String> wrong = badText("question", question).or(() -> badText("context", context));
    if (wrong.isPresent()) {
      malformed.add(where + " " + wrong.get());
      return;
    }
    List<Span> answers = new ArrayList<>();
    boolean impossible = node.path("is_impossible").asBoolean(false);
    if (!impossible) {
      wrong = answers(list(node, where, "answers"), where, context, answers);
    }
    if (wrong.isPresent()) {
      malformed.add(where + " " + wrong.get());
    } else {
      questions.add(new SquadQuestion(id, question, context, answers));
    }
  }

  private static Optional<String> badText(String name, String text) {
    if (text.isBlank()) {
      return Optional.of("has an empty " + name);
    }
    return text.length() > MAX_CHARACTERS
        ? Optional.of("has a " + name + " of more than " + MAX_CHARACTERS + " characters")
        : Optional.empty();
  }

  /** Adds the answers' places; tells what is wrong with the first one that has none. */
  private Optional<String> answers(
      JsonNode given, String where, String context, List<Span> answers) {
    if (given.isEmpty()) {
      return Optional.of("has no answer, and isn't said to have none");
    }
    for (int place = 0; place < given.size(); place++) {
      String answer = where + ".answers[" + place + "]";
      String text = text(given.get(place), answer, "text");
      JsonNode start = given.get(place).path("answer_start");
      if (!start.isInt()) {
        throw fault(answer, "has no whole number answer_start");
      }
      Optional<Span> span = span(context, start.asInt(), text);
      if (span.isEmpty()) {
        return Optional.of("answer " + place + " isn't at " + start.asInt() + " of its context");
      }
      answers.add(span.get());
    }
    return Optional.empty();
  }

  private static Optional<Span> span(String context, int codePoints, String text) {
    if (text.isBlank()
        || codePoints < 0
        || codePoints >= context.codePointCount(0, context.length())) {
      return Optional.empty();
    }
    int from = context.offsetByCodePoints(0, codePoints);
    return context.startsWith(text, from)
        ? Optional.of(new Span(from, from + text.length()))
        : Optional.empty();
  }

  private JsonNode list(JsonNode node, String where, String name) {
    JsonNode list = node.path(name);
    if (!list.isArray()) {
      throw fault(where, "has no list " + name);
    }
    return list;
  }

  private String text(JsonNode node, String where, String name) {
    JsonNode text = node.path(name);
    if (!text.isTextual()) {
      throw fault(where, "has no text " + name);
    }
    return text.asText();
  }

  private InputException fault(String where, String what) {
    return new InputException(where.isEmpty() ? file.toString() : file + " " + where, what, REMEDY);
  }

  private void requireEnough() {
    double most =
        use == Use.SCORING ? 0 : MAX_MALFORMED_SHARE * (questions.size() + malformed.size());
    if (malformed.size() > most) {
      throw fault(
          "", malformed.size() + " questions are malformed, the first: " + malformed.get(0));
    }
    if (questions.isEmpty()) {
      throw fault("", "holds no question");
    }
  }
}
