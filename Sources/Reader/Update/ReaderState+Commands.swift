import Library

extension ReaderState {
    /// Does what a command says. The one place where commands become acts.
    mutating func perform(_ command: Command, in context: Context) -> [Effect] {
        switch command {
        case .down: return move(.step(1))
        case .up: return move(.step(-1))
        case .pageDown, .pageOn: return move(.page(1))
        case .pageUp: return move(.page(-1))
        case .halfPageDown: return move(.halfPage(1))
        case .halfPageUp: return move(.halfPage(-1))
        case .first: return move(.first)
        case .last: return move(.last)
        case .lineDown: return move(.scroll(1))
        case .lineUp: return move(.scroll(-1))
        case .nextPane: return goPane(by: 1, wraps: true)
        case .previousPane: return goPane(by: -1, wraps: true)
        case .paneRight: return goPane(by: 1, wraps: false)
        case .paneLeft: return goPane(by: -1, wraps: false)
        case .open: return open()
        case .back: return back()
        case .nextArticle: return stepArticle(by: 1)
        case .previousArticle: return stepArticle(by: -1)
        case .nextTagged: return stepPassage(.tagged, by: 1)
        case .previousTagged: return stepPassage(.tagged, by: -1)
        case .nextMark: return stepPassage(.marked, by: 1)
        case .previousMark: return stepPassage(.marked, by: -1)
        case .expand: return expandBranch()
        case .collapse: return collapseBranch()
        case .toggleBranch:
            topics.toggle()
            return []
        case .toggleRead: return toggleRead()
        case .unreadOnly: return toggleUnreadOnly()
        case .zen:
            isZen.toggle()
            return []
        case .wider: return changeMeasure(by: 4)
        case .narrower: return changeMeasure(by: -4)
        case .bookmark, .bookmarkSelected: return toggleBookmark()
        case .visual: return toggleVisual()
        case .otherEnd: return swapEnds()
        case .charLeft: return extend(.left)
        case .charRight: return extend(.right)
        case .wordNext: return extend(.wordNext)
        case .wordBack: return extend(.wordBack)
        case .wordEnd: return extend(.wordEnd)
        case .blockStart: return extend(.blockStart)
        case .blockEnd: return extend(.blockEnd)
        case .sentenceNext: return stepSentence(by: 1)
        case .sentenceBack: return stepSentence(by: -1)
        case .paragraphNext: return extend(.paragraphNext)
        case .paragraphBack: return extend(.paragraphBack)
        case .sectionNext: return extend(.sectionNext)
        case .sectionBack: return extend(.sectionBack)
        case .highlight: return mark(.highlight(nil))
        case .highlightMenu: return chooseColour()
        case .highlightYellow: return mark(.highlight(.yellow))
        case .highlightGreen: return mark(.highlight(.green))
        case .highlightBlue: return mark(.highlight(.blue))
        case .highlightPink: return mark(.highlight(.pink))
        case .highlightOrange: return mark(.highlight(.orange))
        case .note: return mark(.note)
        case .noteOutside: return mark(.noteOutside)
        case .removeMarks: return mark(.remove)
        case .attach: return attach()
        case .exportNotes: return exportNotes()
        case .group: return chooseGrouping()
        case .editOutside: return editPromptOutside()
        case .tag: return openPicker()
        case .trash: return trash()
        case .removeNote: return removeNote()
        case .selectRow: return toggleSelected()
        case .selectRange: return toggleRange()
        case .selectAll: return toggleAll()
        case .invertSelection: return invertSelection()
        case .star: return toggleStar()
        case .goTrash: return goTrash()
        case .goFeeds: return goFeeds()
        case .saveSearch: return askForSearchName()
        case .renameSearch: return askForNewName()
        case .removeSearch: return removeSavedSearch()
        case .addFiles: return askForFiles()
        case .explore: return explore()
        case .tour, .takeTour: return toggleTour()
        case .historyBack: return stepHistory(by: -1)
        case .historyForward: return stepHistory(by: 1)
        case .closePane: return closePane()
        case .onlyPane: return keepOnlyPane()
        case .allPanes: return showAllPanes()
        case .widerPane: return widenPane(by: 4)
        case .narrowerPane: return widenPane(by: -4)
        case .topicPage: return openTopicPage()
        case .acceptTopic: return judge(.accepted)
        case .rejectTopic: return judge(.rejected)
        case .addTopic: return addTopic()
        case .acceptAll: return judgeAll(.accepted)
        case .rejectAll: return judgeAll(.rejected)
        case .neverMatch: return exclude(.match)
        case .neverLearn: return exclude(.learn)
        case .possible: return toggleImprobable()
        case .confirm: return confirm()
        case .decline: return decline()
        case .undo: return [.undo]
        case .redo: return [.redo]
        case .search: return beginSearch()
        case .filter: return beginFilter()
        case .sort: return chooseOrder()
        case .moreLikeThis: return moreLikeThis()
        case .takeSuggestion: return takeSuggestion()
        case .find:
            reading?.beginFind()
            pane = .article
            return []
        case .nextHit: return stepHit(by: 1)
        case .previousHit: return stepHit(by: -1)
        case .clear: return clear()
        case .copyQuote: return copyQuote()
        case .copyCited: return copyCited()
        case .openOriginal: return openOriginal()
        case .links: return listLinks()
        case .pager: return openPager()
        case .correct: return chooseCorrection()
        case .goToPlace: return askPlace()
        case .wrapCode: return toggleWrap()
        case .scrollRight: return scrollSideways(by: 1)
        case .scrollLeft: return scrollSideways(by: -1)
        case .goLibrary: return go(to: .library)
        case .goSearch: return go(to: .search)
        case .goTopics: return go(to: .topics)
        case .goNotes: return go(to: .notes)
        case .goBriefings: return goBriefings()
        case .compose: return compose()
        case .related: return related()
        case .moveItemDown: return moveItem(by: 1)
        case .moveItemUp: return moveItem(by: -1)
        case .retitle: return retitle()
        case .comment: return comment()
        case .insertHeading: return insertHeading()
        case .drop: return drop()
        case .refreshBriefing: return refreshBriefing()
        case .exportBriefing: return exportBriefing()
        case .raiseInterest: return weigh(by: 1)
        case .lowerInterest: return weigh(by: -1)
        case .besideTreaty: return besideTreaty()
        case .palette: return openPalette(from: context)
        case .help:
            help = Help(context: context, keymap: keymap)
            return []
        case .redraw: return [.redraw]
        case .rescan: return rescan()
        case .problems:
            showProblems()
            return []
        case .mouse:
            isMouseOn.toggle()
            status = Status(.done, isMouseOn ? "mouse on; hold Shift to select text" : "mouse off")
            return [.setMouse(isMouseOn)]
        case .cancel: return interrupt()
        case .suspend: return saves() + [.suspend]
        case .quit: return leaveReader()
        case .accept: return accept(in: context)
        case .leave: return leave(context)
        case .complete: return stepCompletion(by: 1, in: context)
        case .completeBack: return stepCompletion(by: -1, in: context)
        case .selectNext: return select(by: 1, in: context)
        case .selectPrevious: return select(by: -1, in: context)
        case .selectPageDown: return select(by: max(1, rows / 3), in: context)
        case .selectPageUp: return select(by: -max(1, rows / 3), in: context)
        }
    }

    private mutating func interrupt() -> [Effect] {
        if let last = lastInterrupt, now <= last.after(milliseconds: Self.interruptWindow) { return leaveReader() }
        lastInterrupt = now
        if job != nil {
            status = Status(.hint, "cancelling; nothing is changed · Ctrl-C again leaves")
            return [.cancelJob]
        }
        if feeds.progress != nil {
            status = Status(.hint, "cancelling; what feeds brought is kept · Ctrl-C again leaves")
            return [.feed(.cancel)]
        }
        if sync != nil {
            status = Status(.hint, "cancelling; what was read is kept · Ctrl-C again leaves")
            return [.cancelSync]
        }
        if indexing != nil {
            status = Status(.hint, "cancelling; the search index is made in the next idle moment · Ctrl-C again leaves")
            return [.cancelIndexing]
        }
        status = Status(.hint, "nothing to cancel · Ctrl-C again leaves")
        return []
    }

    private mutating func rescan() -> [Effect] {
        guard sync == nil else {
            status = Status(.hint, "the folder is being read already")
            return []
        }
        status = Status(.hint, "reading the folder…")
        return [.sync] + refreshLibrary(isAskedFor: true)
    }

    private mutating func showProblems() {
        var titles: [String] = []
        if !syncFailures.isEmpty { titles.append(syncFailures.count.counted("file could not be read", "files could not be read")) }
        if !feeds.failures.isEmpty { titles.append(feeds.failures.count.counted("feed failed", "feeds failed")) }
        guard !titles.isEmpty else {
            status = Status(.hint, sync == nil ? "every file could be read" : "no problem so far; the folder is still being read")
            return
        }
        report = Report(title: titles.joined(separator: ", "), sentences: feeds.failures + syncFailures)
    }

    /// Ends the reader, everything kept.
    mutating func leaveReader() -> [Effect] { saves() + [.quit] }
}
