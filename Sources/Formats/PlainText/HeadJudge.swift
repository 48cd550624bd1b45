/// A paragraph above the text and what it is.
struct Head: Hashable {
    enum Role: Hashable { case title, deck }

    var index: Int
    var role: Role
}

/// Decides which of the first paragraphs are title and deck.
///
/// A title is short and does not end in a full stop. Pages put their categories, then the title, then the deck above
/// the text; whoever copies one often begins below the title, so that a single line under categories is the deck unless
/// the file is named for it.
struct HeadJudge {
    let paragraphs: [TextParagraph]
    let fileWords: [String]

    /// The heads before the last date, byline or other line of a header, which are all of the header. Nothing where
    /// they cannot be, and what looked like a header line is then part of the text.
    func before(_ lastLine: Int, _ heads: [Int], hasKickers: Bool, hasTitle: Bool) -> [Head]? {
        let early = heads.filter { $0 < lastLine }
        guard let first = early.first else { return [] }
        guard early.count <= 2 else { return nil }
        if early.count == 2 {
            return isTitle(first) && !hasTitle
                ? [Head(index: first, role: .title), Head(index: early[1], role: .deck)] : nil
        }
        if hasTitle { return [Head(index: first, role: .deck)] }
        let isDeck = !isTitle(first) || (hasKickers && !isNamedByFile(first))
        return [Head(index: first, role: isDeck ? .deck : .title)]
    }

    /// The heads between the last header line, or the beginning, and the text.
    func after(_ lastLine: Int, _ heads: [Int], hasKickers: Bool, earlier: [Head], hasTitle: Bool) -> [Head] {
        let late = heads.filter { $0 > lastLine }
        let knowsTitle = hasTitle || earlier.contains { $0.role == .title }
        let knowsDeck = earlier.contains { $0.role == .deck }
        guard let first = late.first, first == lastLine + 1, first + 1 < paragraphs.count, !knowsDeck else { return [] }
        if knowsTitle { return isDeck(first, underTitle: true) ? [Head(index: first, role: .deck)] : [] }
        if hasKickers { return underKickers(first, late) }
        guard isTitle(first), opensText(first) else { return [] }
        var found = [Head(index: first, role: .title)]
        if late.count > 1, late[1] == first + 1, isDeck(late[1], underTitle: true) {
            found.append(Head(index: late[1], role: .deck))
        }
        return found
    }

    private func underKickers(_ first: Int, _ late: [Int]) -> [Head] {
        if isNamedByFile(first), isTitle(first) {
            let next = first + 1
            let hasDeck = late.count > 1 && late[1] == next && isDeck(next, underTitle: false)
            return [Head(index: first, role: .title)] + (hasDeck ? [Head(index: next, role: .deck)] : [])
        }
        if late.count > 1, late[1] == first + 1, isTitle(first), isTitle(late[1]), isDeck(late[1], underTitle: false) {
            return [Head(index: first, role: .title), Head(index: late[1], role: .deck)]
        }
        return isDeck(first, underTitle: false) ? [Head(index: first, role: .deck)] : []
    }

    /// Short, of few words, without the full stop of a sentence, and beginning as a title does.
    private func isTitle(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        if case .underlined = paragraph.kind { return true }
        guard paragraph.lineCount <= 3, paragraph.text.utf8.count <= 200, let first = paragraph.text.first else {
            return false
        }
        guard let last = paragraph.text.last, !".:;,…".contains(last) || paragraph.text.hasSuffix("...") else {
            return false
        }
        // «mySCADA» begins with a small letter and is a name all the same.
        guard !first.isLowercase || paragraph.text.prefix(while: { $0 != " " }).contains(where: \.isUppercase) else {
            return false
        }
        return paragraph.text.split(separator: " ").count <= 25
    }

    /// Whether the text goes on below the title in such a way that the line is one.
    private func opensText(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        if case .underlined = paragraph.kind { return true }
        if paragraph.isBeforeBlank || isNamedByFile(index) { return true }
        let next = paragraphs[index + 1].text.utf8.count
        return paragraph.text.utf8.count <= 120 && next >= 120 && next >= 2 * paragraph.text.utf8.count
    }

    /// A deck is shorter than what follows it. Between empty lines and under a title, a few words are the first heading
    /// and no deck, and a sentence with its full stop is the first paragraph.
    private func isDeck(_ index: Int, underTitle: Bool) -> Bool {
        guard index + 1 < paragraphs.count else { return false }
        let paragraph = paragraphs[index]
        if case .underlined = paragraph.kind { return false }
        let next = paragraphs[(index + 1)...].first {
            !Promotion.isPromotion($0.text) && !CaptionLine.isCaption($0.text)
        }
        guard let next, next.kind == .text, next.text.utf8.count > paragraph.text.utf8.count else { return false }
        guard underTitle else { return true }
        let words = paragraph.text.split(separator: " ").count
        return isTitle(index) && (paragraph.isBeforeBlank ? words >= 7 : words >= 4)
    }

    /// Whether most words of the file's name stand in the line; a name of one word or of numbers says nothing.
    private func isNamedByFile(_ index: Int) -> Bool {
        let words = fileWords.map { $0.lowercased() }.filter { $0.contains(where: \.isLetter) }
        guard words.count >= 2 else { return false }
        let text = Set(paragraphs[index].text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        return words.count { text.contains($0) } * 10 >= words.count * 7
    }
}
