import Articles
import Formats

/// Reads books (EPUB 2 and 3): an article a chapter, in the order of reading.
///
/// A chapter is a file of the spine. Left out are those that are apart from the reading (`linear="no"`), the navigation
/// document, what the guide or the landmarks call cover, page of rights or table of contents, the last where it has
/// hardly a word that is no link, and files without text.
///
/// A chapter's title is the table of contents' for it, else its first heading, else the book's with its number; its
/// publisher is the book's title. A book of one chapter has the book's title and publisher.
public enum BookReader {
    public static func readings(in file: SourceFile, limits: FormatLimits = FormatLimits()) throws(FormatError) -> Readings {
        guard !file.bytes.isEmpty else { throw FormatError(file: file.name, reason: .empty) }
        guard file.bytes.count <= limits.fileSize else {
            throw FormatError(file: file.name, reason: .tooLarge(size: file.bytes.count, limit: limits.fileSize))
        }
        var book = try Book(file, limits: limits)
        return Readings { book.next() }
    }
}

/// A book while it is read: its chapters unpacked, each given up as it is made an article.
private struct Book {
    private let name: String
    private let limits: FormatLimits
    private let package: BookPackage
    private let contents: BookContents
    private let chapters: [String]
    private let isAlone: Bool
    private var texts: [String: [UInt8]]
    private var isCut: Bool
    private var position = 0
    private var count = 0

    init(_ file: SourceFile, limits: FormatLimits) throws(FormatError) {
        let archive = BookArchive(bytes: file.bytes, limits: BookLimits())
        let (path, first) = Self.package(of: archive)
        package = path.flatMap { path in first.entries[path].map { BookPackage($0, path: path) } } ?? BookPackage([], path: "")
        let chapters = Self.chapters(package, names: first.names)
        let wanted = Set(chapters + [package.navigation, package.contentsPath].compactMap { $0 })
        let second = archive.contents { wanted.contains($0) }
        if second.isEncrypted || Self.isLocked(chapters, first) { throw FormatError(file: file.name, reason: .encrypted(.book)) }
        texts = second.entries
        contents = Self.contents(package, second)
        self.chapters = chapters.filter { second.entries[$0] != nil }
        isAlone = chapters.count == 1
        isCut = second.isCut || self.chapters.count < chapters.count
        name = file.name
        self.limits = limits
        guard !self.chapters.isEmpty else { throw FormatError(file: file.name, reason: .notInFormat(.book)) }
    }

    /// The next chapter with text in it.
    mutating func next() -> Readings.Element? {
        while position < chapters.count {
            let path = chapters[position]
            position += 1
            guard let bytes = texts.removeValue(forKey: path), let reading = reading(of: bytes, path) else { continue }
            return .success(reading)
        }
        guard count == 0 else { return nil }
        count = 1
        return .failure(FormatError(file: name, reason: .pageWithoutText))
    }

    // MARK: What is in it

    /// The path of the package document, and what was unpacked to find it.
    private static func package(of archive: BookArchive) -> (String?, BookArchive.Contents) {
        let first = archive.contents {
            $0 == "META-INF/container.xml" || $0 == "META-INF/encryption.xml" || $0.lowercased().hasSuffix(".opf")
        }
        let handler = ContainerHandler()
        if let container = first.entries["META-INF/container.xml"] { BookXML.read(container, with: handler) }
        if let path = handler.rootPath {
            if first.entries[path] != nil { return (path, first) }
            var found = first
            found.entries.merge(archive.contents { $0 == path }.entries) { old, _ in old }
            if found.entries[path] != nil { return (path, found) }
        }
        return (first.names.first { first.entries[$0] != nil && $0.lowercased().hasSuffix(".opf") }, first)
    }

    /// The paths of the chapters in their order. A book that has lost its package document is read as it is packed.
    private static func chapters(_ package: BookPackage, names: [String]) -> [String] {
        var seen: Set<String> = []
        let items = package.spine.compactMap { package.items[$0] }.filter { isPage($0) && seen.insert($0.path).inserted }
        let paths = items.filter { !$0.properties.contains("nav") }.map(\.path)
        let found = paths.isEmpty ? names.filter { ["xhtml", "html", "htm"].contains(FileName.suffix(of: $0)) } : paths
        return Array(found.prefix(BookLimits().chapters))
    }

    private static func isPage(_ item: BookPackage.Item) -> Bool {
        item.mediaType.contains("html") || item.mediaType.isEmpty || item.mediaType == "text/x-oeb1-document"
    }

    private static func isLocked(_ chapters: [String], _ contents: BookArchive.Contents) -> Bool {
        guard let bytes = contents.entries["META-INF/encryption.xml"] else { return false }
        let handler = EncryptionHandler()
        BookXML.read(bytes, with: handler)
        return chapters.contains { handler.paths.contains($0) }
    }

    private static func contents(_ package: BookPackage, _ unpacked: BookArchive.Contents) -> BookContents {
        var contents = BookContents()
        if let path = package.navigation, let bytes = unpacked.entries[path] { contents.take(navigation: bytes, path: path) }
        if let path = package.contentsPath, let bytes = unpacked.entries[path] { contents.take(contents: bytes, path: path) }
        return contents
    }

    // MARK: Chapters

    private mutating func reading(of bytes: [UInt8], _ path: String) -> Reading? {
        let text = HTMLDecoding(bytes)
        let content = HTMLReader.content(BookMarkup.opened(text.bytes), limits: limits)
        var notes = text.notes
        if content.isSimplified { notes.append(.pageAsText) }
        guard content.blocks.contains(where: { !$0.text.isEmpty }), !isLeftOut(path, content.blocks) else { return nil }
        count += 1
        if count == 1, isCut { notes.append(.partsLeftOut) }
        return Reading(article: article(content, path), notes: notes.map { FormatNote(file: name, reason: $0) })
    }

    private func isLeftOut(_ path: String, _ blocks: [Block]) -> Bool {
        func isCalled(_ names: [String]) -> Bool {
            names.contains { package.guide[$0]?.contains(path) ?? false || contents.landmarks[$0]?.contains(path) ?? false }
        }
        if isAlone { return false }
        let words = blocks.reduce(0) { $0 + Self.words($1) }
        if isCalled(["cover"]) { return words < 30 }
        if isCalled(["copyright-page"]) { return words < 1_000 }
        return isCalled(["toc"]) && words - blocks.reduce(0) { $0 + Self.linkedWords($1) } < 30
    }

    private static func words(_ block: Block) -> Int { block.text.utf8.split(separator: 0x20).count }

    private static func linkedWords(_ block: Block) -> Int {
        let bytes = Array(block.text.utf8)
        return block.spans.reduce(0) { sum, span in
            guard span.kind == .link, span.end <= bytes.count else { return sum }
            return sum + bytes[span.start..<span.end].split(separator: 0x20).count
        }
    }

    private func article(_ content: HTMLContent, _ path: String) -> Article {
        var blocks = content.blocks
        let title = title(content, path)
        // The heading that is the title is not told twice.
        if let first = blocks.firstIndex(where: { $0.kind != .rule }), blocks[first].kind == .heading,
            Self.isSame(blocks[first].text, title)
        {
            blocks.removeSubrange(...first)
        }
        let book = package.title.map { Field.text($0, limits) }
        let date = package.date.flatMap { FeedDate.date($0) }
        return Article(
            id: package.identifier.map { isAlone ? $0 : "\($0)#\(path)" }, title: title,
            bylines: package.creators.prefix(limits.listedValues).map { Field.text($0, limits) },
            publisher: isAlone ? package.publisher.map { Field.text($0, limits) } : book, published: date,
            language: content.language ?? package.language.flatMap { LanguageTag.normalised($0) }
                ?? LanguageGuess.language(of: blocks),
            tags: package.subjects.prefix(limits.listedValues).map { Field.text($0, limits) },
            blocks: blocks.map(BookLinks.withoutAddresses).flatMap { $0.parts(limit: limits.blockSize) })
    }

    private func title(_ content: HTMLContent, _ path: String) -> String {
        let book = package.title.map { Field.text($0, limits) } ?? TitleFromName.title(of: name, deck: nil, blocks: content.blocks)
        if isAlone, package.title != nil { return book }
        let heading = content.blocks.prefix(3).first { $0.kind == .heading }?.text
        if let title = contents.titles[path] ?? heading { return Field.text(title, limits) }
        if let title = content.title.map({ Field.text($0, limits) }), !title.isEmpty, title != book { return title }
        return "\(book), \(count)"
    }

    private static func isSame(_ heading: String, _ title: String) -> Bool {
        func plain(_ text: String) -> [UInt8] {
            Bytes.lowercased(text.utf8.filter { $0 >= 0x80 || Bytes.isLetter($0) || Bytes.isDigit($0) })
        }
        return plain(heading) == plain(title)
    }
}
