package app.downshift.ui.review;

import app.downshift.beat.Marks;
import app.downshift.ui.theme.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a doubtful beat, in words. */
final class MarkWords {
  private final Words words;

  MarkWords(Words words) {
    this.words = words;
  }

  /** Why it was ever doubted. */
  String reasons(Marks marks) {
    List<String> all =
        Stream.concat(marks.words().stream(), marks.clearedWords().stream()).distinct().toList();
    return all.stream().map(word -> words.text("mark." + word)).collect(Collectors.joining(", "));
  }

  /** Whether that holds, and by whose word. */
  String standing(Marks marks) {
    Optional<Marks.By> by = marks.answeredBy();
    boolean person = by.filter(who -> who == Marks.By.PERSON).isPresent();
    if (marks.isEmpty()) {
      boolean pause = by.filter(who -> who == Marks.By.PAUSE).isPresent();
      return words.text(
          person ? "review.mark.undone" : pause ? "review.mark.pause" : "review.mark.explained");
    }
    return words.text(person ? "review.mark.accepted" : "review.mark.holds");
  }
}
