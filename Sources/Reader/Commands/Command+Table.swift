/// The table of commands. A command's place in the enum is its place in help.
extension Command {
    public var entry: Entry {
        switch self {
        case .visual:
            make(
                "visual", "select", "Select text from here on; again, or Esc, ends it. In it, keys move its end as in vi",
                .mark, in: Context.marking, "v")
        case .otherEnd:
            make(
                "other-end", "other end", "Move the other end of what is selected from now on",
                .mark, in: [.selecting], "o")
        case .charLeft:
            make(
                "char-left", "left", "A character to the left",
                .move, in: [.selecting], "h", "Left")
        case .charRight:
            make(
                "char-right", "right", "A character to the right",
                .move, in: [.selecting], "l", "Right")
        case .wordNext:
            make(
                "word-next", "word", "To the next word",
                .move, in: [.selecting], "w")
        case .wordBack:
            make(
                "word-back", "word back", "To the word before",
                .move, in: [.selecting], "b")
        case .wordEnd:
            make(
                "word-end", "word's end", "To the end of the word, or of the next one",
                .move, in: [.selecting], "e")
        case .blockStart:
            make(
                "passage-start", "start", "To the beginning of the passage",
                .move, in: [.selecting], "0")
        case .blockEnd:
            make(
                "passage-end", "end", "To the end of the passage",
                .move, in: [.selecting], "$")
        case .sentenceNext:
            make(
                "sentence-next", "sentence", "Select the next sentence; while selecting, go to the end of the sentence",
                .move, in: Context.marking, ")")
        case .sentenceBack:
            make(
                "sentence-back", "sentence back", "Select the sentence before; while selecting, go to the beginning of the sentence",
                .move, in: Context.marking, "(")
        case .paragraphNext:
            make(
                "paragraph-next", "paragraph", "To the end of the passage, then of the next one",
                .move, in: [.selecting], "}")
        case .paragraphBack:
            make(
                "paragraph-back", "paragraph back", "To the beginning of the passage, then of the one before",
                .move, in: [.selecting], "{")
        case .sectionNext:
            make(
                "section-next", "section", "To the end of the section",
                .move, in: [.selecting], "]")
        case .sectionBack:
            make(
                "section-back", "section back", "To the heading of the section, then of the one before",
                .move, in: [.selecting], "[")
        case .selectRow:
            make(
                "select", "select", "Select the row, or no longer, and go on; what follows is then done with all selected",
                .mark, in: Context.articleLists.union([.notes]), "Space")
        case .selectRange:
            make(
                "select-range", "range", "Select from here to wherever the cursor goes; again, or Space, ends it",
                .mark, in: Context.articleLists.union([.notes]), "v")
        case .selectAll:
            make(
                "select-all", "all", "Select all rows of the list, or none where all are",
                .mark, in: Context.articleLists.union([.notes]), "C-a")
        case .invertSelection:
            make(
                "invert-selection", "invert", "Select what is not selected, and nothing else",
                .mark, in: Context.articleLists.union([.notes]), "g v")
        case .down:
            make(
                "down", "down", "Next row; next passage while reading, line by line through a long one",
                .move, in: Context.moving, "j", "Down")
        case .up:
            make(
                "up", "up", "Previous row; previous passage while reading",
                .move, in: Context.moving, "k", "Up")
        case .pageDown:
            make(
                "page-down", "page", "A page down",
                .move, in: Context.moving, "PgDn", "C-f")
        case .pageOn:
            make(
                "page-on", "page", "A page down, where there are no rows to select",
                .move, in: Context.moving.subtracting(Context.articleLists).subtracting([.notes]), "Space")
        case .pageUp:
            make(
                "page-up", "page back", "A page up",
                .move, in: Context.moving, "PgUp", "C-b")
        case .halfPageDown:
            make(
                "half-page-down", "half page", "Half a page down",
                .move, in: Context.moving, "C-d")
        case .halfPageUp:
            make(
                "half-page-up", "half page back", "Half a page up",
                .move, in: Context.moving, "C-u")
        case .first:
            make(
                "first", "first", "To the first row, or to the beginning",
                .move, in: Context.moving, "g g", "Home")
        case .last:
            make(
                "last", "last", "To the last row, or to the end",
                .move, in: Context.moving, "G", "End")
        case .lineDown:
            make(
                "line-down", "line", "Scroll a line down",
                .move, in: Context.moving, "C-e")
        case .lineUp:
            make(
                "line-up", "line back", "Scroll a line up",
                .move, in: Context.moving, "C-y")
        case .nextPane:
            make(
                "next-pane", "pane", "To the next pane: the list, the article, the passage's topics",
                .move, in: Context.browsing, "Tab")
        case .previousPane:
            make(
                "previous-pane", "pane back", "To the previous pane",
                .move, in: Context.browsing, "S-Tab")
        case .paneRight:
            make(
                "pane-right", "right", "To the pane on the right",
                .move, in: Context.browsing.subtracting([.topics]), "l", "Right")
        case .paneLeft:
            make(
                "pane-left", "left", "To the pane on the left; never leaves",
                .move, in: Context.browsing.subtracting([.topics]), "h", "Left")
        case .open:
            make(
                "open", "open", "Read the article, go to the passage, or list what is about the topic",
                .move, in: Context.lists.union([.passage, .board]), "Enter")
        case .back:
            make(
                "back", "back", "Back to where this was opened; at the library, leave",
                .move, in: Context.moving, "q", "BS")
        case .expand:
            make(
                "expand", "expand", "Open the branch, or go to the pane on the right",
                .move, in: [.topics], "l", "Right")
        case .collapse:
            make(
                "collapse", "close", "Close the branch, or go to the one above it",
                .move, in: [.topics], "h", "Left")
        case .toggleBranch:
            make(
                "toggle-branch", "branch", "Open or close the branch",
                .move, in: [.topics], "o")
        case .topicPage:
            make(
                "topic-page", "its page", "The topic's own page: its provisions, its neighbours, its passages, and its articles over time",
                .move, in: [.topics, .passage], "i")
        case .historyBack:
            make(
                "history-back", "back in history", "Back to the view that you visited before, whatever it was",
                .move, in: Context.browsing, "H", "A-Left", "C-o")
        case .historyForward:
            make(
                "history-forward", "forward", "Forward again to the view that you came back from",
                .move, in: Context.browsing, "L", "A-Right")
        case .closePane:
            make(
                "close-pane", "close pane", "Close this pane; it is shown again when it is asked for",
                .move, in: Context.browsing, "C-w c", "C-w q")
        case .onlyPane:
            make(
                "only-pane", "only this", "Close all panes but this one",
                .move, in: Context.browsing, "C-w o")
        case .allPanes:
            make(
                "all-panes", "all panes", "Show all panes again, as wide as they are by themselves",
                .move, in: Context.browsing, "C-w =")
        case .widerPane:
            make(
                "wider-pane", "wider", "Make this pane wider",
                .move, in: Context.browsing, "C-w >", "C-w +")
        case .narrowerPane:
            make(
                "narrower-pane", "narrower", "Make this pane narrower",
                .move, in: Context.browsing, "C-w <", "C-w -")
        case .nextArticle:
            make(
                "next-article", "next article", "The next article of the list, without leaving the reading view",
                .move, in: Context.reading, "J")
        case .previousArticle:
            make(
                "previous-article", "previous article", "The previous article of the list",
                .move, in: Context.reading, "K")
        case .nextTagged:
            make(
                "next-tagged", "next topic", "The next passage with a topic",
                .move, in: Context.reading, "]")
        case .previousTagged:
            make(
                "previous-tagged", "previous topic", "The previous passage with a topic",
                .move, in: Context.reading, "[")
        case .nextMark:
            make(
                "next-mark", "next mark", "The next passage that you bookmarked or tagged",
                .move, in: Context.reading, "}")
        case .previousMark:
            make(
                "previous-mark", "previous mark", "The previous passage that you bookmarked or tagged",
                .move, in: Context.reading, "{")
        case .toggleRead:
            make(
                "toggle-read", "read", "Mark as read, or as unread again",
                .read, in: Context.articleLists.union(Context.reading), "r")
        case .unreadOnly:
            make(
                "unread-only", "unread", "List only what is unread, or all again",
                .read, in: [.library], "g u")
        case .zen:
            make(
                "zen", "zen", "The article alone, or all panes again",
                .read, in: Context.reading, "z")
        case .wider:
            make(
                "wider", "wider", "Longer lines, up to 80 columns",
                .read, in: Context.reading, ">")
        case .narrower:
            make(
                "narrower", "narrower", "Shorter lines, down to 40 columns",
                .read, in: Context.reading, "<")
        case .wrapCode:
            make(
                "wrap-code", "wrap", "Code that is too long goes on in the next line, or beyond the edge",
                .read, in: Context.reading, "w")
        case .scrollRight:
            make(
                "scroll-right", "more right", "See more of a wide table, or of long code, at the right",
                .read, in: Context.reading, ".", "S-Right")
        case .scrollLeft:
            make(
                "scroll-left", "more left", "See more of a wide table, or of long code, at the left",
                .read, in: Context.reading, ",", "S-Left")
        case .possible:
            make(
                "possible", "possible", "Show or hide topics that are only possible",
                .read, in: Context.reading, "p")
        case .star:
            make(
                "star", "star", "Give the article a star, or take it away",
                .mark, in: Context.articleLists.union(Context.reading), "*")
        case .bookmark:
            make(
                "bookmark", "bookmark", "Bookmark the passage under the cursor, or take its bookmark away",
                .mark, in: Context.reading, "b")
        case .bookmarkSelected:
            make(
                "bookmark-selected", "bookmark", "Bookmark the text that is selected, or take its bookmark away",
                .mark, in: [.selecting], "B")
        case .highlight:
            make(
                "highlight", "highlight", "Highlight what is selected, or the passage, in the colour used last, or no longer",
                .mark, in: Context.marking.union([.notes]), "m")
        case .highlightMenu:
            make(
                "highlight-menu", "colour", "Highlight in a colour that you choose",
                .mark, in: Context.marking.union([.notes]), "g m")
        case .highlightYellow:
            make(
                "highlight-yellow", "yellow", "Highlight in yellow, or no longer",
                .mark, in: Context.marking.union([.notes]), "g 1")
        case .highlightGreen:
            make(
                "highlight-green", "green", "Highlight in green, or no longer",
                .mark, in: Context.marking.union([.notes]), "g 2")
        case .highlightBlue:
            make(
                "highlight-blue", "blue", "Highlight in blue, or no longer",
                .mark, in: Context.marking.union([.notes]), "g 3")
        case .highlightPink:
            make(
                "highlight-pink", "pink", "Highlight in pink, or no longer",
                .mark, in: Context.marking.union([.notes]), "g 4")
        case .highlightOrange:
            make(
                "highlight-orange", "orange", "Highlight in orange, or no longer",
                .mark, in: Context.marking.union([.notes]), "g 5")
        case .note:
            make(
                "note", "note", "Write a note on what is selected, or on the passage, or change the one there is",
                .mark, in: Context.marking.union([.notes]), "a")
        case .noteOutside:
            make(
                "note-outside", "note in editor", "Write the note in your own editor ($EDITOR)",
                .mark, in: Context.marking.union([.notes]), "A")
        case .removeMarks:
            make(
                "remove-marks", "remove", "Take away what you made of the passage: bookmark, highlight, note and tags",
                .mark, in: Context.marking, "D")
        case .attach:
            make(
                "attach", "move", "Put a passage of yours to another place, also one that lost its own",
                .mark, in: Context.marking.union([.notes]), "R")
        case .exportNotes:
            make(
                "export-notes", "export", "Write what you made of the rows selected, or of all that are listed, into a file",
                .share, in: Context.articleLists.union([.notes]), "x")
        case .group:
            make(
                "group", "group", "List the notes by article, topic, tag or month",
                .find, in: [.notes], "s")
        case .tag:
            make(
                "tag", "tag", "Tag the passage, or in a list the article: pick a tag or name a new one",
                .mark, in: Context.articleLists.union(Context.marking).union([.notes]), "t")
        case .trash:
            make(
                "trash", "trash", "Put the article into the trash, its file stays; in the trash, take it out",
                .mark, in: Context.articleLists.union(Context.reading), "d")
        case .removeNote:
            make(
                "remove", "remove", "Remove the bookmark and the tags of the passage",
                .mark, in: [.notes], "d")
        case .undo:
            make(
                "undo", "undo", "Undo the last change",
                .mark, in: Context.browsing, "u")
        case .redo:
            make(
                "redo", "redo", "Do again what was undone",
                .mark, in: Context.browsing, "U")
        case .acceptTopic:
            make(
                "accept-topic", "accept", "Say that the passage is about the topic, or take that back; adds one where there is none",
                .judge, in: Context.reading, "+")
        case .rejectTopic:
            make(
                "reject-topic", "reject", "Say that the passage is not about the topic, or take that back",
                .judge, in: Context.reading, "-")
        case .addTopic:
            make(
                "add-topic", "add topic", "Add a topic to the passage by hand: any of the vocabulary",
                .judge, in: Context.reading, "T")
        case .acceptAll:
            make(
                "accept-all", "accept all", "Accept the topic in every passage of this list; counts and asks first",
                .judge, in: Context.articleLists, "g +")
        case .rejectAll:
            make(
                "reject-all", "reject all", "Reject the topic in every passage of this list; counts and asks first",
                .judge, in: Context.articleLists, "g -")
        case .neverMatch:
            make(
                "never-match", "never match", "Never match words that spoke for this topic",
                .judge, in: Context.reading, "g x")
        case .neverLearn:
            make(
                "never-learn", "never learn", "Never learn from a word for this topic",
                .judge, in: Context.reading, "g w")
        case .confirm:
            make(
                "confirm", "yes", "Yes, do it",
                .judge, in: [.confirmation], "y")
        case .decline:
            make(
                "decline", "no", "No, leave everything as it is",
                .judge, in: [.confirmation], "n", "Esc", "q")
        case .search:
            make(
                "search", "search", "Search the library as you type",
                .find, in: Context.lists, "/")
        case .filter:
            make(
                "filter", "filter", "Filter this list by a query; in results, add to it; of notes, topic: and dates ask the article",
                .find, in: Context.articleLists.union([.notes]), "f")
        case .sort:
            make(
                "sort", "sort", "Order the list: the best answers, newest or oldest first, or by title",
                .find, in: Context.articleLists, "s")
        case .saveSearch:
            make(
                "save-search", "save search", "Save this search, or what the list is filtered by, under a name; it then stands above the topics",
                .find, in: Context.articleLists, "S")
        case .renameSearch:
            make(
                "rename-search", "rename", "Give the saved search another name",
                .find, in: [.topics], "R")
        case .removeSearch:
            make(
                "remove-search", "remove", "Remove the saved search",
                .find, in: [.topics], "d")
        case .find:
            make(
                "find", "find", "Find in the article as you type",
                .find, in: Context.reading, "/")
        case .nextHit:
            make(
                "next-hit", "next hit", "The next hit in the article; the next result in a list",
                .find, in: Context.reading.union([.results]), "n")
        case .previousHit:
            make(
                "previous-hit", "previous hit", "The previous hit",
                .find, in: Context.reading.union([.results]), "N")
        case .moreLikeThis:
            make(
                "more-like-this", "more like this", "List what is most like the article, or like the passage under the cursor",
                .find, in: Context.articleLists.union(Context.reading).union([.notes]), "&")
        case .takeSuggestion:
            make(
                "take-suggestion", "did you mean", "Search for what was suggested where nothing was found",
                .find, in: [.query, .results], "C-t")
        case .clear:
            make(
                "clear", "clear", "Clear the filter, or the marked hits",
                .find, in: Context.moving, "Esc")
        case .copyQuote:
            make(
                "copy-quote", "copy", "Copy the passage to the clipboard",
                .share, in: Context.marking.union([.notes]), "y")
        case .copyCited:
            make(
                "copy-cited", "cite", "Copy the passage with who wrote it, where and when",
                .share, in: Context.reading, "Y")
        case .openOriginal:
            make(
                "open-original", "original", "Open the original in the browser; asks, and shows the host first",
                .share, in: Context.reading, "o")
        case .links:
            make(
                "links", "links", "List the links of the article; pick one by its number",
                .share, in: Context.reading, "g f")
        case .correct:
            make(
                "correct", "correct", "Correct title, date or byline by hand, whatever the file says now or later",
                .mark, in: Context.reading, "g c")
        case .goToPlace:
            make(
                "go-to", "go to", "Go to a share of the text, such as 40 %, or to the number of a line",
                .move, in: Context.reading, "%")
        case .pager:
            make(
                "pager", "pager", "Read the article in your pager",
                .share, in: Context.reading, "|")
        case .goLibrary:
            make(
                "library", "library", "The library",
                .everywhere, in: Context.browsing, "1", "g l")
        case .goSearch:
            make(
                "search-view", "results", "The search and its results",
                .everywhere, in: Context.browsing, "2", "g s")
        case .goTopics:
            make(
                "topics", "topics", "The topics of the treaties, with counts",
                .everywhere, in: Context.browsing, "3", "g t")
        case .goNotes:
            make(
                "notes", "notes", "All bookmarks and tagged passages",
                .everywhere, in: Context.browsing, "4", "g n", "B")
        case .goBriefings:
            make(
                "briefings", "briefings", "What is new since your last visit, your briefings, and treaties",
                .everywhere, in: Context.browsing, "5", "g b")
        case .compose:
            make(
                "compose", "compose", "Make a briefing of what is selected, of what was searched for, of the passage, or of today's news",
                .brief, in: Context.articleLists.union(Context.reading).union([.notes, .board]), "C")
        case .related:
            make(
                "related", "related", "Show articles on the same provisions and terms as the passage, and why",
                .brief, in: Context.reading, "g r")
        case .moveItemDown:
            make("item-down", "down", "Move the item of the briefing down", .brief, in: [.board], "J")
        case .moveItemUp:
            make("item-up", "up", "Move the item of the briefing up", .brief, in: [.board], "K")
        case .retitle:
            make("retitle", "retitle", "Give the item, or the briefing, another title", .brief, in: [.board], "c")
        case .comment:
            make("comment", "comment", "Say something of the item", .brief, in: [.board], "a")
        case .insertHeading:
            make("heading", "heading", "Put a heading below the item", .brief, in: [.board], "o")
        case .drop:
            make("drop", "drop", "Drop the item from the briefing; in the list, remove the briefing", .brief, in: [.board], "d")
        case .refreshBriefing:
            make("refresh-briefing", "refresh", "Add what the briefing's search finds now", .brief, in: [.board], "r")
        case .exportBriefing:
            make("export-briefing", "export", "Write the briefing into a file, as its name ends", .brief, in: [.board], "x")
        case .raiseInterest:
            make("raise-interest", "sooner", "Have the topic told sooner in today's news", .brief, in: [.board], "+")
        case .lowerInterest:
            make("lower-interest", "later", "Have the topic told later in today's news", .brief, in: [.board], "-")
        case .besideTreaty:
            make("beside", "beside", "Set the Budapest Convention beside the treaty, or take it away", .brief, in: [.board], "=")
        case .palette:
            make(
                "palette", "commands", "Every command by name, with what it takes; also /search, #tag and row numbers",
                .everywhere, in: Context.browsing, ":", "C-p")
        case .goTrash:
            make(
                "trash-view", "the trash", "What is in the trash; d takes it out",
                .everywhere, in: Context.browsing, "g d")
        case .goFeeds:
            make(
                "feeds", "feeds", "The feeds that you follow: add one, ask them for what is new, list what came of one",
                .everywhere, in: Context.browsing, "g e")
        case .addFiles:
            make(
                "add-files", "add", "Add a folder or files: they are copied into the library and read",
                .everywhere, in: [.library, .welcome], "i", "A")
        case .explore:
            make(
                "explore", "examples", "Explore the example articles; leaving them leads back here",
                .everywhere, in: [.welcome], "e")
        case .takeTour:
            make(
                "take-tour", "tour", "Take a two-minute tour through the example articles, inside the real screens",
                .everywhere, in: [.welcome], "t")
        case .tour:
            make(
                "tour", "tour", "A two-minute tour inside the real screens, or its end",
                .everywhere, in: Context.browsing.subtracting([.welcome]), "g ?")
        case .help:
            make(
                "help", "help", "The keys of this view; type to filter",
                .everywhere, in: Context.browsing.union([.selecting]), "?", "F1")
        case .redraw:
            make(
                "redraw", "redraw", "Draw the screen anew",
                .everywhere, in: Context.everywhere, "C-l")
        case .rescan:
            make(
                "rescan", "rescan", "Look for new and changed files now",
                .everywhere, in: Context.browsing, "C-r")
        case .problems:
            make(
                "problems", "problems", "The files that could not be read, each with its reason",
                .everywhere, in: Context.browsing, "!")
        case .mouse:
            make(
                "mouse", "mouse", "Mouse on or off; with Shift it always selects text",
                .everywhere, in: Context.browsing, "M")
        case .cancel:
            make(
                "cancel", "cancel", "Cancel the running job; twice within a second leaves",
                .everywhere, in: Context.everywhere, "C-c")
        case .suspend:
            make(
                "suspend", "suspend", "To the shell; fg comes back",
                .everywhere, in: Context.everywhere, "C-z")
        case .quit:
            make(
                "quit", "leave", "Leave Dossier from wherever you are",
                .everywhere, in: Context.browsing)
        case .accept:
            make(
                "accept", "take", "Open or take what is selected",
                .typing, in: Context.typing, "Enter")
        case .leave:
            make(
                "leave", "close", "Stop typing",
                .typing, in: Context.typing, "Esc")
        case .editOutside:
            make(
                "edit-outside", "editor", "Go on writing the note in your own editor ($EDITOR)",
                .typing, in: [.prompt], "C-x")
        case .complete:
            make(
                "complete", "complete", "In a query, complete the word, then step through what fits; else select the next one",
                .typing, in: Context.typing, "Tab")
        case .completeBack:
            make(
                "complete-back", "complete back", "Step back through what completes the word; else select the previous one",
                .typing, in: Context.typing, "S-Tab")
        case .selectNext:
            make(
                "select-next", "next", "Select the next one",
                .typing, in: Context.typing, "Down", "C-n")
        case .selectPrevious:
            make(
                "select-previous", "previous", "Select the previous one",
                .typing, in: Context.typing, "Up", "C-p")
        case .selectPageDown:
            make(
                "select-page-down", "page", "A page down",
                .typing, in: Context.typing, "PgDn")
        case .selectPageUp:
            make(
                "select-page-up", "page back", "A page up",
                .typing, in: Context.typing, "PgUp")
        }
    }

    private func make(
        _ name: String, _ short: String, _ sentence: String, _ group: Group, in contexts: Set<Context>, _ keys: String...
    ) -> Entry {
        Entry(
            name: name, short: short, sentence: sentence, group: group, contexts: contexts,
            // What is no key's name is a sequence that nobody can press, which a test finds.
            keys: keys.map { KeySequence($0) ?? KeySequence([]) })
    }
}
