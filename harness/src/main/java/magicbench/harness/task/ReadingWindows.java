package magicbench.harness.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import magicbench.harness.data.SpecialPieces;
import magicbench.harness.data.SquadQuestion;
import magicbench.harness.data.SquadQuestion.Span;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.data.TextPieces;

/**
 * Questions and their contexts in windows.
 *
 * <p>Where an answer that is trained on ends within a piece (a year within a decade, say), the
 * context is cut there before it is cut into pieces, so that what is learnt is the answer and no
 * more. Nothing that is scored on is cut so: where answers end is not to be seen.
 */
final class ReadingWindows {

  private final TextEncoder encoder;
  private final ReadingShape shape;
  private final SpecialPieces special;
  private final List<ReadingWindow> windows = new ArrayList<>();
  private final List<TextPieces> contexts = new ArrayList<>();
  private int unreachable;

  private ReadingWindows(TextEncoder encoder, ReadingShape shape) {
    this.encoder = encoder;
    this.shape = shape;
    this.special = encoder.special();
  }

  /**
   * Windows without answers.
   *
   * @param questions what is asked
   * @param encoder cuts texts into pieces
   * @param shape the windows' size
   */
  static ReadingWindows toScore(
      List<SquadQuestion> questions, TextEncoder encoder, ReadingShape shape) {
    ReadingWindows made = new ReadingWindows(encoder, shape);
    List<TextPieces> contexts =
        encoder.cut(questions.stream().map(SquadQuestion::context).toList());
    made.add(questions, contexts, question -> Optional.empty());
    return made;
  }

  /**
   * Windows with the first answer of each question.
   *
   * @param questions what is asked
   * @param encoder cuts texts into pieces
   * @param shape the windows' size
   */
  static ReadingWindows toTrain(
      List<SquadQuestion> questions, TextEncoder encoder, ReadingShape shape) {
    ReadingWindows made = new ReadingWindows(encoder, shape);
    List<TextPieces> whole = encoder.cut(questions.stream().map(SquadQuestion::context).toList());
    List<TextPieces> contexts = new ArrayList<>();
    for (int number = 0; number < questions.size(); number++) {
      contexts.add(made.fitting(questions.get(number), whole.get(number)));
    }
    made.add(questions, contexts, ReadingWindows::answer);
    return made;
  }

  /** The first answer, without blanks around it, which no piece covers. */
  static Optional<Span> answer(SquadQuestion question) {
    if (!question.isAnswerable()) {
      return Optional.empty();
    }
    Span given = question.answers().get(0);
    String text = given.in(question.context());
    int from = given.from() + text.length() - text.stripLeading().length();
    return Optional.of(new Span(from, from + text.strip().length()));
  }

  /** The context's pieces, cut anew where the answer begins or ends within one. */
  private TextPieces fitting(SquadQuestion question, TextPieces whole) {
    Optional<Span> answer = answer(question);
    if (answer.isEmpty() || covered(whole, answer.get()).isPresent()) {
      return whole;
    }
    String context = question.context();
    int from = answer.get().from();
    int to = answer.get().to();
    List<TextPieces> parts =
        encoder.cut(
            List.of(
                context.substring(0, from), context.substring(from, to), context.substring(to)));
    return joined(parts, new int[] {0, from, to});
  }

  private static TextPieces joined(List<TextPieces> parts, int[] shifts) {
    int size = parts.stream().mapToInt(TextPieces::size).sum();
    TextPieces all = new TextPieces(new int[size], new int[size], new int[size]);
    int at = 0;
    for (int part = 0; part < parts.size(); part++) {
      TextPieces pieces = parts.get(part);
      for (int piece = 0; piece < pieces.size(); piece++, at++) {
        all.ids()[at] = pieces.ids()[piece];
        all.from()[at] = pieces.from()[piece] + shifts[part];
        all.to()[at] = pieces.to()[piece] + shifts[part];
      }
    }
    return all;
  }

  /** The first and last piece of a span; empty where pieces begin or end otherwise. */
  private static Optional<Span> covered(TextPieces pieces, Span answer) {
    OptionalInt first = pieces.beginningAt(answer.from());
    OptionalInt last = pieces.endingAt(answer.to());
    return first.isPresent() && last.isPresent() && first.getAsInt() <= last.getAsInt()
        ? Optional.of(new Span(first.getAsInt(), last.getAsInt() + 1))
        : Optional.empty();
  }

  /** Tells what the answer of a question is, where it is to be learnt. */
  private interface Answering {
    Optional<Span> of(SquadQuestion question);
  }

  private void add(List<SquadQuestion> questions, List<TextPieces> all, Answering answering) {
    List<TextPieces> asked = encoder.cut(questions.stream().map(SquadQuestion::question).toList());
    for (int number = 0; number < questions.size(); number++) {
      TextPieces context = all.get(number);
      contexts.add(context);
      Optional<Span> wanted = answering.of(questions.get(number));
      Optional<Span> answer = wanted.flatMap(span -> covered(context, span));
      if (wanted.isPresent() && answer.isEmpty()) {
        unreachable++;
      } else {
        add(number, asked.get(number).ids(), answer);
      }
    }
  }

  /** At least one window, also of a context without any piece. */
  private void add(int number, int[] asked, Optional<Span> answer) {
    int[] question = Arrays.copyOf(asked, Math.min(asked.length, shape.mostQuestionPieces()));
    int[] context = contexts.get(number).ids();
    int room = shape.longest() - question.length - ReadingShape.MARKS;
    int from = 0;
    boolean more = true;
    while (more) {
      int to = Math.min(context.length, from + room);
      windows.add(window(number, question, Arrays.copyOfRange(context, from, to), from, answer));
      more = to < context.length;
      from += shape.stride();
    }
  }

  private ReadingWindow window(
      int number, int[] question, int[] part, int firstPiece, Optional<Span> answer) {
    int contextAt = question.length + 2;
    int[] ids = new int[question.length + part.length + ReadingShape.MARKS];
    ids[0] = special.start();
    System.arraycopy(question, 0, ids, 1, question.length);
    ids[question.length + 1] = special.separator();
    System.arraycopy(part, 0, ids, contextAt, part.length);
    ids[ids.length - 1] = special.separator();
    Optional<Span> inside =
        answer.filter(span -> span.from() >= firstPiece && span.to() <= firstPiece + part.length);
    int shift = contextAt - firstPiece;
    return new ReadingWindow(
        number,
        ids,
        contextAt,
        firstPiece,
        part.length,
        inside.map(span -> span.from() + shift).orElse(0),
        inside.map(span -> span.to() - 1 + shift).orElse(0));
  }

  /** All windows, those of a question one after the other. */
  List<ReadingWindow> windows() {
    return windows;
  }

  /** A question's context. */
  TextPieces context(int question) {
    return contexts.get(question);
  }

  /** How many answers no pieces cover: their questions have no window, since none can be learnt. */
  int unreachable() {
    return unreachable;
  }
}
