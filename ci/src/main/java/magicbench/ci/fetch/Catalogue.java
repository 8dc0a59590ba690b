package magicbench.ci.fetch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;

/**
 * What can be fetched under one name. The files' shape is {@code fetch-catalogue.schema.json}.
 *
 * @param schemaVersion of the file format
 * @param name what the command calls it; also the folder it is put into
 * @param licence what is known of the terms
 * @param files what is offered
 * @param byHand data sets that can't be fetched, and what to do, by name
 */
public record Catalogue(
    int schemaVersion,
    String name,
    String licence,
    List<Item> files,
    SortedMap<String, String> byHand) {

  private static final int MAX_BYTES = 1 << 20;
  private static final List<String> NAMES =
      List.of("glue", "squad", "fashion-mnist", "mnist", "cifar-10");

  /** Keeps immutable copies. */
  public Catalogue {
    files = List.copyOf(files);
    byHand = Collections.unmodifiableSortedMap(new TreeMap<>(byHand));
  }

  /**
   * A file and what is unpacked from it.
   *
   * @param task the data set; also the folder in the archive and on the disk
   * @param address where it is offered
   * @param bytes its length; empty where nobody told
   * @param sha256 its hash; empty where nobody told
   * @param entries what is unpacked, all in the folder of the data set's name; none where the file
   *     is no archive and is put into the catalogue's folder itself
   * @param note whence length and hash are known
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Item(
      String task,
      String address,
      Optional<Long> bytes,
      Optional<String> sha256,
      List<String> entries,
      String note) {

    /** Keeps an immutable copy; what isn't given is empty. */
    public Item {
      bytes = Objects.requireNonNullElse(bytes, Optional.empty());
      sha256 = Objects.requireNonNullElse(sha256, Optional.empty());
      entries = List.copyOf(entries);
    }

    /**
     * The file's name.
     *
     * @return the last part of its address
     */
    public String file() {
      return address.substring(address.lastIndexOf('/') + 1);
    }

    /**
     * Whether the file is an archive.
     *
     * @return false where it is what is wanted
     */
    public boolean isArchive() {
      return !entries.isEmpty();
    }

    /** The same where nothing of it is known. */
    Item unknown() {
      return new Item(task, address, Optional.empty(), Optional.empty(), entries, note);
    }

    /**
     * The same, offered at another place.
     *
     * @param place an address without the file's name
     * @return the item there
     */
    public Item at(String place) {
      String folder = place.endsWith("/") ? place : place + "/";
      return new Item(task, folder + file(), bytes, sha256, entries, note);
    }
  }

  /**
   * The catalogue of a name.
   *
   * @param name for instance {@code glue}
   * @return what ships
   * @throws InputException when there is none
   */
  public static Catalogue named(String name) {
    if (!NAMES.contains(name)) {
      throw new InputException("data set " + name, "can't be fetched", "use one of " + NAMES);
    }
    String resource = "/magicbench/ci/fetch/" + name + ".yaml";
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      return read(resource, BoundedInput.read(resource, in, MAX_BYTES));
    } catch (IOException e) {
      throw new IllegalStateException("the catalogue is part of the jar", e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @throws InputException when it breaks the schema
   */
  static Catalogue read(String where, byte[] yaml) {
    JsonNode tree = Json.yamlTree(where, yaml);
    JsonForm.of("fetch-catalogue").check(where, tree, "correct the catalogue");
    return Json.as(where, tree, Catalogue.class);
  }

  /**
   * The files of some data sets.
   *
   * @param tasks their names; none for all
   * @return in the catalogue's order
   * @throws InputException when one isn't there, or can't be fetched
   */
  public List<Item> of(List<String> tasks) {
    for (String task : tasks) {
      if (byHand.containsKey(task)) {
        throw new InputException(task, "can't be fetched", byHand.get(task));
      }
      if (files.stream().noneMatch(item -> item.task().equals(task))) {
        throw new InputException(
            "data set " + task,
            "is not in the catalogue " + name,
            "use some of " + files.stream().map(Item::task).toList());
      }
    }
    return files.stream().filter(item -> tasks.isEmpty() || tasks.contains(item.task())).toList();
  }
}
