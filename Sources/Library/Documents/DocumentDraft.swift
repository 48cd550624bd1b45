import Text

/// A document's title and body as they are kept: the title on one line, the body written anew, so that equal content is equal
/// bytes in every copy of a library.
struct DocumentDraft: Hashable {
    var title: String
    var body: String

    /// Throws ``DocumentFault``.
    init(_ kind: DocumentKind, title: String, body: JSONValue) throws(DocumentFault) {
        self.title = try Self.cleaned(title)
        guard case .object = body else { throw .badBody }
        let written = body.text
        guard written.utf8.count <= StoredDocument.longestBody else { throw .bodyTooLong }
        // What is written must be read again, by an import too, and be written then as it was.
        guard let read = StoredDocument.value(of: written) else { throw .badBody }
        self.body = read.text
        switch kind {
        case .search: guard SavedSearch.Content(read) != nil else { throw .badContent(kind) }
        case .interest: guard TopicInterest.weight(read) != nil else { throw .badContent(kind) }
        case .briefing: break
        }
    }

    /// Without control characters, with single blanks.
    static func cleaned(_ title: String) throws(DocumentFault) -> String {
        let visible = title.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        let cleaned = String(String.UnicodeScalarView(visible)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !cleaned.isEmpty else { throw .noTitle }
        guard cleaned.utf8.count <= StoredDocument.longestTitle else { throw .titleTooLong }
        return cleaned
    }
}

extension DocumentFault: Error {}
