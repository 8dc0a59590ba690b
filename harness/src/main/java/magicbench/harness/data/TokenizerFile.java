package magicbench.harness.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import magicbench.results.file.InputException;

/**
 * A tokenizer.json with a WordPiece model, set to neither pad nor truncate.
 *
 * <p>Its vocabulary can be exchanged; normaliser and pre-tokeniser stay.
 */
final class TokenizerFile {

  private static final String ENTRY = "all-minilm-l6-v2-q-tokenizer.json";
  private static final long MAX_ENTRY_BYTES = 8L << 20;

  private final ObjectNode tree;
  private final List<String> pieces;

  private TokenizerFile(ObjectNode tree, List<String> pieces) {
    this.tree = tree;
    this.pieces = pieces;
  }

  /**
   * The tokenizer of BERT uncased, from the MiniLM archive.
   *
   * @param jar the archive
   * @return the tokenizer with its whole vocabulary
   * @throws InputException when the archive holds no such tokenizer
   */
  static TokenizerFile fromJar(Path jar) {
    return new Archive(jar).read(ENTRY, MAX_ENTRY_BYTES, in -> parse(in, jar.toString()));
  }

  /**
   * Reads a tokenizer.
   *
   * @param in the JSON
   * @param where its name, for messages
   * @return the tokenizer
   * @throws IOException when it can't be read or is no JSON
   * @throws InputException when it has no WordPiece vocabulary with identifiers 0, 1, 2 …
   */
  static TokenizerFile parse(InputStream in, String where) throws IOException {
    JsonNode root = new ObjectMapper().readTree(in);
    JsonNode vocabulary = root.path("model").path("vocab");
    String[] byId = new String[vocabulary.size()];
    vocabulary
        .properties()
        .forEach(
            piece -> {
              int id = piece.getValue().asInt(-1);
              if (id >= 0 && id < byId.length) {
                byId[id] = piece.getKey();
              }
            });
    if (byId.length == 0 || Arrays.asList(byId).contains(null)) {
      throw new InputException(
          where, "no WordPiece vocabulary with identifiers from 0 on", "use the published file");
    }
    ObjectNode tree = root.deepCopy();
    tree.putNull("truncation");
    tree.putNull("padding");
    return new TokenizerFile(tree, List.of(byId));
  }

  /**
   * The vocabulary.
   *
   * @return all pieces, in the order of their identifiers
   */
  List<String> pieces() {
    return pieces;
  }

  /**
   * The same tokenizer with another vocabulary.
   *
   * @param newPieces all pieces, in the order of their new identifiers; the special ones included
   * @return the new tokenizer
   */
  TokenizerFile withPieces(List<String> newPieces) {
    ObjectNode changed = tree.deepCopy();
    ObjectNode vocabulary = ((ObjectNode) changed.get("model")).putObject("vocab");
    for (int id = 0; id < newPieces.size(); id++) {
      vocabulary.put(newPieces.get(id), id);
    }
    for (JsonNode added : changed.path("added_tokens")) {
      ((ObjectNode) added).put("id", vocabulary.path(added.path("content").asText()).asInt());
    }
    for (JsonNode special : changed.path("post_processor").path("special_tokens")) {
      ArrayNode ids = ((ObjectNode) special).putArray("ids");
      special.path("tokens").forEach(token -> ids.add(vocabulary.path(token.asText()).asInt()));
    }
    return new TokenizerFile(changed, List.copyOf(newPieces));
  }

  /**
   * The tokenizer as JSON.
   *
   * @return the text of a tokenizer.json
   */
  String json() {
    return tree.toPrettyString() + "\n";
  }

  InputStream stream() {
    return new ByteArrayInputStream(tree.toString().getBytes(StandardCharsets.UTF_8));
  }
}
