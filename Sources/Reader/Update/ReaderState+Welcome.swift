import Library

/// The empty library, adding files, the examples and the tour.
extension ReaderState {
    /// Whether the library holds nothing at all, and that is what is shown.
    var isWelcome: Bool {
        pane == .list && source == .library && library.listing.isEmpty && library.filter.isEmpty && library.totals?.all == 0
    }

    /// `i`: asks for a folder or a file.
    mutating func askForFiles(_ path: String = "~/") -> [Effect] { ask(.addFiles, text: path) }

    mutating func addFiles(_ path: String) -> [Effect] {
        status = Status(.hint, "adding \(path)…")
        return [.addFiles(Self.unquoted(path))]
    }

    /// A path as it is dropped into a terminal: in quotes, or as an address of a file.
    static func unquoted(_ text: String) -> String {
        var path = text.trimmed
        for quote in ["'", "\""] where path.count >= 2 && path.hasPrefix(quote) && path.hasSuffix(quote) {
            path = String(path.dropFirst().dropLast())
        }
        if path.hasPrefix("file:///") { path = decoded(String(path.dropFirst("file://".count))) }
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// With `%41` as the bytes that they stand for.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether what was pasted is the path of something that could be added.
    static func isPath(_ text: String) -> Bool {
        let text = text.trimmed
        guard text.utf8.count <= 4_096, !text.contains(where: \.isNewline) else { return false }
        return ["/", "~/", "'/", "\"/", "file:///"].contains(where: text.hasPrefix)
    }

    /// Files were copied into the folder; they are read now.
    mutating func take(_ files: AddedFiles) {
        added = files
        if files.copied == 0 {
            (status, added) = (Status(files.failures.isEmpty ? .done : .failure, files.words), nil)
            syncFailures = files.failures + syncFailures
        }
    }

    // MARK: Examples and tour

    mutating func explore() -> [Effect] {
        guard hasExamples else {
            status = Status(.failure, "no example articles: make install puts them beside the program")
            return []
        }
        return saves() + [.explore(isTour: false)]
    }

    /// `t` in an empty library, `g?` elsewhere: begins the tour, or ends it.
    mutating func toggleTour() -> [Effect] {
        guard tour == nil else {
            tour = nil
            status = Status(.done, "the tour has ended")
            return []
        }
        if isWelcome {
            guard hasExamples else { return explore() }
            return saves() + [.explore(isTour: true)]
        }
        beginTour()
        return []
    }

    mutating func beginTour() {
        (pane, source) = (.list, .library)
        library.filter = LibraryFilter()
        savedSession.source = .library
        tour = Tour()
    }

    /// A command was given: the tour goes on where it is the one asked for.
    mutating func followTour(_ command: Command) {
        guard tour?.note(command) == true else { return }
        tour = nil
        status = Status(.done, "that was the tour; ? shows every key, q goes back and leaves")
    }

    /// The tour's sentence with its key as it is here, and how far it is.
    var tourWords: (text: String, place: String)? {
        guard let tour, let step = tour.step else { return nil }
        let contexts = [context] + Context.allCases
        let key = contexts.lazy.compactMap { keymap.keys(for: step.command, in: $0).first?.description }.first ?? step.command.name
        var words = step.words
        if let range = words.range(ofKey: "KEY") { words.replaceSubrange(range, with: key) }
        return (words, "\(tour.index + 1)/\(Tour.steps.count)")
    }
}

extension AddedFiles {
    /// «12 there already, 2 could not be added; ! lists them»
    var words: String {
        var parts: [String] = []
        if present > 0 { parts.append("\(present.grouped) there already") }
        if failures.count == 1, let only = failures.first { parts.append(only) }
        if failures.count > 1 { parts.append("\(failures.count.grouped) could not be added; ! lists them") }
        return parts.isEmpty ? "nothing to add there" : parts.joined(separator: ", ")
    }
}

extension String {
    fileprivate func range(ofKey word: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
