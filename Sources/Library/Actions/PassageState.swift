import Articles

extension UserChange {
    /// What the user says of a passage. Its place is not the user's: it follows the text.
    struct PassageState: Hashable {
        struct Note: Hashable, Codable {
            var text: String
            /// In seconds since 1970.
            var edited: Int64
        }

        var isBookmarked = false
        var isStarred = false
        var tags: [String] = []
        var note: Note?
        var highlight: HighlightColour?
        /// By what it is found from now on, where the action moves it.
        var anchor: Anchor?

        /// Whether there is a reason left to keep the passage.
        var isEmpty: Bool { !isBookmarked && !isStarred && tags.isEmpty && note == nil && highlight == nil }
    }
}

extension UserChange.PassageState {
    init(_ passage: StoredPassage) {
        self.init(
            isBookmarked: passage.isBookmarked, isStarred: passage.isStarred, tags: passage.tags,
            note: passage.note.map { Note(text: $0.text, edited: $0.edited.timestamp) }, highlight: passage.highlight)
    }
}

extension UserChange.PassageState: Codable {
    private enum CodingKeys: String, CodingKey {
        case isBookmarked, isStarred, tags, note, highlight, anchor
    }

    /// What a journal of an earlier version does not say is not there.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            isBookmarked: try values.decode(Bool.self, forKey: .isBookmarked),
            isStarred: try values.decodeIfPresent(Bool.self, forKey: .isStarred) ?? false,
            tags: try values.decode([String].self, forKey: .tags),
            note: try values.decodeIfPresent(Note.self, forKey: .note),
            highlight: try values.decodeIfPresent(HighlightColour.self, forKey: .highlight),
            anchor: try values.decodeIfPresent(Anchor.self, forKey: .anchor))
    }
}
