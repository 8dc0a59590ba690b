package magicbench.harness.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;

/**
 * Turns texts into a corpus's pieces: {@code [CLS] first [SEP]}, or {@code [CLS] first [SEP] second
 * [SEP]}. Close it at the end.
 */
public final class TextEncoder implements AutoCloseable {

  private static final String TOKENIZER = "tokenizer.json";
  private static final String VOCABULARY = "vocabulary.txt";
  private static final int MARKS_OF_ONE = 2;
  private static final int MARKS_OF_TWO = 3;

  private final WordPiece wordPiece;

  private TextEncoder(WordPiece wordPiece) {
    this.wordPiece = wordPiece;
  }

  /**
   * The encoder of a prepared corpus.
   *
   * @param folder the folder that {@link Corpus#prepare} filled
   * @return its encoder
   * @throws InputException when the folder has no tokenizer
   */
  public static TextEncoder of(Path folder) {
    Path file = folder.resolve(TOKENIZER);
    try (InputStream in = Files.newInputStream(file)) {
      return new TextEncoder(new WordPiece(TokenizerFile.parse(in, file.toString())));
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "can't be read (" + e.getMessage() + ")", "prepare the corpus again", e);
    }
  }

  /**
   * The encoder of BERT uncased with its whole vocabulary.
   *
   * @param files finds the vocabulary
   * @return its encoder
   * @throws InputException when the vocabulary's file is missing or wrong
   */
  public static TextEncoder ofBert(DataFiles files) {
    Path jar = files.resolve(new DataCatalogue().dataSet(DataCatalogue.MINILM));
    return new TextEncoder(new WordPiece(TokenizerFile.fromJar(jar)));
  }

  /**
   * Leaves the encoder of BERT uncased beside a network that was published with it.
   *
   * @param files finds the vocabulary
   * @param folder where to; {@link #of} reads it from there
   * @throws InputException when the vocabulary's file is missing or wrong, or the disk refuses
   */
  public static void leaveBert(DataFiles files, Path folder) {
    Path jar = files.resolve(new DataCatalogue().dataSet(DataCatalogue.MINILM));
    WholeFile.write(folder.resolve(TOKENIZER), TokenizerFile.fromJar(jar).json());
  }

  /**
   * Leaves a folder's encoder in another one, with its vocabulary, a piece a line.
   *
   * @param from a folder that holds an encoder
   * @param to another one
   * @throws InputException when there is none, or the disk refuses
   */
  public static void copy(Path from, Path to) {
    Path file = from.resolve(TOKENIZER);
    try (InputStream in = Files.newInputStream(file)) {
      TokenizerFile tokenizer = TokenizerFile.parse(in, file.toString());
      WholeFile.write(to.resolve(TOKENIZER), tokenizer.json());
      WholeFile.write(to.resolve(VOCABULARY), String.join("\n", tokenizer.pieces()) + "\n");
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "can't be read (" + e.getMessage() + ")", "prepare the corpus again", e);
    }
  }

  /**
   * Whether a folder holds an encoder.
   *
   * @param folder any folder
   * @return whether {@link #of} finds one there
   */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(TOKENIZER));
  }

  /**
   * Whether two folders' encoders have the same pieces, numbered alike. How they cut a text into
   * words isn't compared: all of ours do it as BERT's uncased one.
   *
   * @param first a folder that holds an encoder
   * @param second another one
   * @return whether a piece's identifier means the same in both
   * @throws InputException when one has none
   */
  public static boolean haveSamePieces(Path first, Path second) {
    return pieces(first).equals(pieces(second));
  }

  private static List<String> pieces(Path folder) {
    Path file = folder.resolve(TOKENIZER);
    try (InputStream in = Files.newInputStream(file)) {
      return TokenizerFile.parse(in, file.toString()).pieces();
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "can't be read (" + e.getMessage() + ")", "prepare the corpus again", e);
    }
  }

  /**
   * Encodes single texts or pairs.
   *
   * @param first the texts, or the first ones of pairs
   * @param second the second ones; empty for single texts
   * @param longest the most pieces of a sequence, at least 5; a longer text loses its last pieces,
   *     of a pair the longer one first
   * @return a sequence for each text or pair, none padded
   */
  public List<int[]> encode(List<String> first, List<String> second, int longest) {
    if (longest < MARKS_OF_TWO + 2) {
      throw new IllegalArgumentException("longest is " + longest + "; it must be at least 5");
    }
    List<int[]> left = wordPiece.encode(first);
    if (second.isEmpty()) {
      return left.stream().map(pieces -> single(pieces, longest - MARKS_OF_ONE)).toList();
    }
    if (second.size() != first.size()) {
      throw new IllegalArgumentException(
          first.size() + " first texts for " + second.size() + " second ones");
    }
    List<int[]> right = wordPiece.encode(second);
    int[][] pairs = new int[left.size()][];
    for (int row = 0; row < pairs.length; row++) {
      pairs[row] = pair(left.get(row), right.get(row), longest - MARKS_OF_TWO);
    }
    return Arrays.asList(pairs);
  }

  /**
   * Encodes texts, and tells where each piece stands.
   *
   * @param texts any texts
   * @return each text's pieces, all of them, without marks around them
   */
  public List<TextPieces> cut(List<String> texts) {
    return wordPiece.cut(texts);
  }

  /**
   * The pieces that stand for no text.
   *
   * @return their identifiers
   */
  public SpecialPieces special() {
    return wordPiece.special();
  }

  /**
   * Encodes one text that hides a word.
   *
   * @param text a text with {@value SpecialPieces#MASK} in it, once
   * @return {@code [CLS] text [SEP]}
   * @throws IllegalArgumentException when nothing or more than one word is hidden
   */
  public int[] encodeMasked(String text) {
    List<String> parts = List.of(text.split(Pattern.quote(SpecialPieces.MASK), -1));
    if (parts.size() != 2) {
      throw new IllegalArgumentException(
          "'" + text + "' must hide one word as " + SpecialPieces.MASK);
    }
    List<int[]> pieces = wordPiece.encode(parts);
    SpecialPieces special = wordPiece.special();
    int[] hidden = {special.mask()};
    return Stream.of(
            new int[] {special.start()},
            pieces.get(0),
            hidden,
            pieces.get(1),
            new int[] {special.separator()})
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  /**
   * The hidden word's identifier.
   *
   * @return the masking piece's identifier
   */
  public int mask() {
    return wordPiece.special().mask();
  }

  /**
   * A piece's text.
   *
   * @param id its identifier
   * @return the text, which begins with {@code ##} inside of a word
   */
  public String piece(int id) {
    return wordPiece.piece(id);
  }

  /**
   * How many pieces there are.
   *
   * @return the vocabulary's size
   */
  public int vocabulary() {
    return wordPiece.size();
  }

  private int[] single(int[] pieces, int most) {
    int length = Math.min(pieces.length, most);
    int[] sequence = new int[length + MARKS_OF_ONE];
    place(pieces, length, sequence, 0);
    sequence[0] = wordPiece.special().start();
    return sequence;
  }

  private int[] pair(int[] first, int[] second, int most) {
    int left = first.length;
    int right = second.length;
    while (left + right > most) {
      if (left > right) {
        left--;
      } else {
        right--;
      }
    }
    int[] sequence = new int[left + right + MARKS_OF_TWO];
    sequence[0] = wordPiece.special().start();
    place(first, left, sequence, 0);
    place(second, right, sequence, left + 1);
    return sequence;
  }

  /** Pieces behind a mark's place, and a separator behind them. */
  private void place(int[] pieces, int length, int[] sequence, int mark) {
    System.arraycopy(pieces, 0, sequence, mark + 1, length);
    sequence[mark + 1 + length] = wordPiece.special().separator();
  }

  /**
   * What fills a sequence up.
   *
   * @return the padding piece's identifier
   */
  public int pad() {
    return wordPiece.special().pad();
  }

  @Override
  public void close() {
    wordPiece.close();
  }
}
