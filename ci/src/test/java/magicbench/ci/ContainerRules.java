package magicbench.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a recipe of a container must keep to; the same things that hadolint asks, and our own. */
final class ContainerRules {

  private static final Pattern PINNED_BASE = Pattern.compile("\\$\\{BASE_IMAGE:\\?[^ }]+\\}");
  private static final Pattern DIGEST_CHECK = Pattern.compile("\\*@sha256:\\*\\) *;;");
  private static final Pattern SECRET =
      Pattern.compile("(?i)(password|passwd|secret|token|api_?key|credential)");

  private ContainerRules() {}

  /**
   * One instruction.
   *
   * @param line where it begins, from 1
   * @param word in capitals
   * @param arguments the rest, on one line
   */
  record Instruction(int line, String word, String arguments) {

    boolean is(String other) {
      return word.equals(other);
    }
  }

  static List<Instruction> instructions(String text) {
    List<Instruction> instructions = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int begin = 0;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      begin = open.isEmpty() ? i + 1 : begin;
      open.append(line.endsWith("\\") ? line.substring(0, line.length() - 1).strip() + " " : line);
      if (!line.endsWith("\\")) {
        String[] parts = open.toString().split(" ", 2);
        instructions.add(new Instruction(begin, parts[0], parts.length == 2 ? parts[1] : ""));
        open.setLength(0);
      }
    }
    return instructions;
  }

  /** One line a fault; empty for a recipe that keeps to everything. */
  static List<String> faults(String text) {
    List<Instruction> all = instructions(text);
    List<String> faults = new ArrayList<>();
    all.forEach(instruction -> fault(instruction).ifPresent(faults::add));
    if (all.stream().noneMatch(i -> i.is("ARG") && i.arguments().equals("BASE_IMAGE"))) {
      faults.add("no argument BASE_IMAGE without a default");
    }
    if (all.stream().noneMatch(i -> i.is("RUN") && DIGEST_CHECK.matcher(i.arguments()).find())) {
      faults.add("nothing refuses a base image without a digest");
    }
    if (all.stream().noneMatch(i -> i.is("WORKDIR") && i.arguments().startsWith("/"))) {
      faults.add("no absolute WORKDIR");
    }
    Instruction last = all.get(all.size() - 1);
    if (!last.is("USER") || last.arguments().matches("(root|0)(:.*)?")) {
      faults.add("the last instruction is no USER other than root");
    }
    return faults;
  }

  private static Optional<String> fault(Instruction instruction) {
    String arguments = instruction.arguments();
    String what =
        switch (instruction.word()) {
          case "FROM" -> PINNED_BASE.matcher(arguments).matches() ? "" : "a base of its own";
          case "ADD" -> "ADD instead of COPY";
          case "COPY" -> "a toolchain copies nothing";
          case "HEALTHCHECK" -> "a HEALTHCHECK for what serves nobody";
          case "ENV", "ARG" -> SECRET.matcher(arguments).find() ? "a secret" : "";
          case "RUN" -> run(arguments);
          default -> "";
        };
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of("line " + instruction.line() + ": " + what);
  }

  private static String run(String arguments) {
    if (arguments.matches(".*\\b(curl|wget|sudo)\\b.*")) {
      return "curl, wget or sudo";
    }
    if (!arguments.contains("apt-get install")) {
      return "";
    }
    if (!arguments.contains("--no-install-recommends")) {
      return "apt-get install without --no-install-recommends";
    }
    return arguments.startsWith("apt-get update &&")
            && arguments.endsWith("rm -rf /var/lib/apt/lists/*")
        ? ""
        : "apt's lists are not fetched and removed in the same layer";
  }
}
