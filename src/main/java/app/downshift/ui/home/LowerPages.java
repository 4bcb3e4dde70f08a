package app.downshift.ui.home;

import app.downshift.library.ClientLine;
import app.downshift.session.Protocol;
import app.downshift.ui.Desk;
import app.downshift.ui.House;
import app.downshift.ui.theme.Segments;
import app.downshift.ui.theme.Words;
import java.awt.CardLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * The pages below the start cards: how the chosen client is doing, sessions, and how the standard
 * session is shaped.
 */
final class LowerPages {
  private final Words words;
  private final Supplier<Optional<ClientLine>> client;
  private final ShapeCard shape;
  private final SessionList sessions;
  private final DoingPlace doing;
  private final Segments tabs;
  private final CardLayout cards = new CardLayout();
  private final JPanel pages = new JPanel(cards);
  private Page page = Page.SHAPE;

  private enum Page {
    DOING,
    SESSIONS,
    SHAPE
  }

  /**
   * @param client who is chosen
   * @param reshaped called when the standard session is another one
   */
  LowerPages(
      Desk desk,
      Words words,
      House house,
      Supplier<Optional<ClientLine>> client,
      Runnable reshaped,
      SessionList.Wishes wishes) {
    this.words = words;
    this.client = client;
    shape = new ShapeCard(words, reshaped);
    doing = new DoingPlace(desk.records(), words, house, wishes::say);
    sessions = new SessionList(desk, words, house, wishes);
    tabs =
        new Segments(
                words.text("home.below"),
                Arrays.stream(Page.values()).map(this::title).toList(),
                index -> turn(Page.values()[index]))
            .low();
    pages.setOpaque(false);
    pages.add(Scrolled.around(doing), Page.DOING.name());
    pages.add(sessions, Page.SESSIONS.name());
    pages.add(Scrolled.around(shape), Page.SHAPE.name());
  }

  private String title(Page of) {
    return words.text("home.tab." + of.name().toLowerCase(Locale.ROOT));
  }

  /** Where a page is chosen. */
  JComponent tabs() {
    return tabs;
  }

  JComponent pages() {
    return pages;
  }

  /** Says how the session is shaped, and shows where it is. */
  void begin() {
    shape.begin();
    turn(Page.SHAPE);
  }

  /** The standard session as it is set now. */
  Protocol protocol() {
    return shape.protocol();
  }

  double pacePerMinute() {
    return shape.pacePerMinute();
  }

  /** Takes over what a person has set. */
  void like(LowerPages before) {
    shape.like(before.shape);
    turn(before.page);
  }

  /** Another client is chosen, or none. */
  void another() {
    Page ofClient = page == Page.SESSIONS ? Page.SESSIONS : Page.DOING;
    turn(client.get().isPresent() ? ofClient : Page.SHAPE);
  }

  /** The records of the chosen client may be others now. */
  void reload() {
    turn(client.get().isEmpty() && page == Page.DOING ? Page.SHAPE : page);
  }

  /** The sessions of nobody may be others now. */
  void reloadSessions() {
    sessions.show(client.get());
  }

  void busy(boolean busy) {
    sessions.busy(busy);
  }

  private void turn(Page next) {
    page = next;
    tabs.select(next.ordinal());
    if (next == Page.DOING) {
      doing.show(client.get());
    } else if (next == Page.SESSIONS) {
      sessions.show(client.get());
    }
    cards.show(pages, next.name());
  }
}
