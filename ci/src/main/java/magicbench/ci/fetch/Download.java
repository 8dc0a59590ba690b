package magicbench.ci.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;

/**
 * Gets one file over HTTP into a partial file beside its place. What came before a connection broke
 * is kept, and the next try asks for the rest only.
 */
final class Download {

  /** Nothing that a catalogue names without its length may be longer. */
  static final long MAX_BYTES = 1L << 30;

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Catalogue.Item item;
  private final Path partial;
  private final LongConsumer progress;

  /**
   * A download.
   *
   * @param item what
   * @param folder where the partial file lies
   * @param progress told how many bytes there are
   */
  Download(Catalogue.Item item, Path folder, LongConsumer progress) {
    this.item = item;
    this.partial = folder.resolve("." + item.file() + ".partial");
    this.progress = progress;
  }

  /**
   * Gets the whole file.
   *
   * @return the partial file, which is whole now
   * @throws InputException when it can't be had; what came is kept, unless it is too long
   */
  Path get() {
    try {
      Files.createDirectories(partial.getParent());
      if (have() == 0 || have() != item.bytes().orElse(-1L)) {
        receive();
      }
      return partial;
    } catch (IOException e) {
      throw new InputException(
          item.address(),
          "could not be fetched whole (" + reason(e) + "); " + have() + " bytes are kept",
          "run the command again where there is a network: it goes on from there",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(
          item.address(), "was interrupted", "run the command again: it goes on from there", e);
    }
  }

  /** Some of the client's exceptions say nothing but their name. */
  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private long have() {
    try {
      return Files.exists(partial) ? Files.size(partial) : 0;
    } catch (IOException e) {
      return 0; // what can't be looked at is fetched anew
    }
  }

  private void receive() throws IOException, InterruptedException {
    long before = have();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(item.address())).timeout(TIMEOUT);
    if (before > 0) {
      request.header("Range", "bytes=" + before + "-");
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == RANGE_NOT_SATISFIABLE && before > 0) {
        return; // all of it is there already: the hash will tell
      }
      if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
        throw new InputException(
            item.address(),
            "answers with status " + response.statusCode(),
            "fetch " + item.file() + " elsewhere and name its place with --from");
      }
      append(body, goesOnFrom(before, response) ? before : 0);
    }
  }

  /** A server that doesn't know ranges sends everything again. */
  private static boolean goesOnFrom(long before, HttpResponse<InputStream> response) {
    return response.statusCode() == PARTIAL
        && response
            .headers()
            .firstValue("Content-Range")
            .map(range -> range.startsWith("bytes " + before + "-"))
            .orElse(false);
  }

  private void append(InputStream body, long from) throws IOException {
    long most = item.bytes().orElse(MAX_BYTES);
    long bytes = from;
    try (OutputStream out =
        Files.newOutputStream(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = body.read(buffer); read >= 0 && bytes <= most; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
        progress.accept(bytes);
      }
    }
    if (bytes > most) {
      Files.delete(partial);
      throw new InputException(
          item.address(),
          "is longer than " + most + " bytes",
          "check the address: it is another file than the catalogue knows");
    }
  }

  /**
   * The SHA-256 of a file.
   *
   * @throws InputException when it can't be read
   */
  static String sha256(Path file) {
    MessageDigest digest = Hashes.newDigest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new InputException(file.toString(), "can't be read", "check its permissions", e);
    }
  }
}
