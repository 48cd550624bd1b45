/// Everything that a key can do. Keys, help and footer all come from ``Command/entry``; nothing else lists commands.
public enum Command: String, Hashable, Sendable, CaseIterable {
    // Select
    case selectRow, selectRange, selectAll, invertSelection
    // Select text: before what the same keys do while nothing is selected
    case visual, otherEnd, charLeft, charRight, wordNext, wordBack, wordEnd, blockStart, blockEnd
    case sentenceNext, sentenceBack, paragraphNext, paragraphBack, sectionNext, sectionBack
    // Move
    case down, up, pageDown, pageOn, pageUp, halfPageDown, halfPageUp, first, last, lineDown, lineUp
    case nextPane, previousPane, paneRight, paneLeft, open, back
    case nextArticle, previousArticle, nextTagged, previousTagged, nextMark, previousMark
    case expand, collapse, toggleBranch, topicPage
    case historyBack, historyForward, closePane, onlyPane, allPanes, widerPane, narrowerPane
    // Read
    case toggleRead, unreadOnly, zen, wider, narrower, wrapCode, scrollLeft, scrollRight, possible
    // Mark
    case star, bookmark, bookmarkSelected, highlight, highlightMenu
    case highlightYellow, highlightGreen, highlightBlue, highlightPink, highlightOrange
    case note, noteOutside, removeMarks, attach, exportNotes, group, tag, trash, removeNote, undo, redo
    // Judge
    case acceptTopic, rejectTopic, addTopic, acceptAll, rejectAll, neverMatch, neverLearn, confirm, decline
    // Find
    case search, filter, sort, saveSearch, renameSearch, removeSearch, find, nextHit, previousHit, moreLikeThis, takeSuggestion, clear
    // Share
    case copyQuote, copyCited, openOriginal, links, pager, correct, goToPlace
    // Brief
    case compose, related, moveItemDown, moveItemUp, retitle, comment, insertHeading, drop, refreshBriefing, exportBriefing
    case raiseInterest, lowerInterest, besideTreaty
    // Everywhere
    case goLibrary, goSearch, goTopics, goNotes, goBriefings, goTrash, goFeeds, addFiles, explore, takeTour, tour, palette, help
    case redraw, rescan, problems, mouse, cancel, suspend, quit
    // While typing
    case accept, leave, editOutside, complete, completeBack, selectNext, selectPrevious, selectPageDown, selectPageUp
}

extension Command {
    /// How help groups commands, in its order.
    public enum Group: String, Hashable, Sendable, CaseIterable {
        case move = "Move"
        case read = "Read"
        case mark = "Mark"
        case judge = "Judge"
        case find = "Find"
        case share = "Share"
        case brief = "Brief"
        case everywhere = "Everywhere"
        case typing = "While typing"
    }

    /// What is known of a command.
    public struct Entry: Hashable, Sendable {
        /// What configuration and palette call it.
        public var name: String
        /// One or two words, for the footer.
        public var short: String
        /// What it does, as help says it.
        public var sentence: String
        public var group: Group
        /// Where it can be given.
        public var contexts: Set<Context>
        /// Its keys where nothing else was configured; the first is the one shown.
        public var keys: [KeySequence]
    }

    public var name: String { entry.name }
}
