/// An entry as its feed has it, before anything is made of it.
struct FeedEntry {
    struct Person: Hashable {
        var text = ""
        var name = ""
        var email = ""
        var role = FeedPersonRole.author
        /// Of a vocabulary that is asked only where the others have nobody.
        var isSpare = false
    }

    struct Link: Hashable {
        /// Resolved, where there was something to resolve it against.
        var address: String
        /// `alternate` where the feed does not say.
        var relation = "alternate"
        var type: String?
    }

    struct Category: Hashable {
        var text = ""
        var label: String?
        var scheme: String?
    }

    var id: String?
    /// Whether the id says of itself that it is no address.
    var isIDOpaque = false
    var title: FeedValue?
    var spareTitle: FeedValue?
    var links: [Link] = []
    var people: [Person] = []
    var categories: [Category] = []
    var published: String?
    /// 0 for the best of the elements that say so.
    var publishedRank = 3
    var updated: String?
    /// The text in full, as against ``summary``.
    var content: FeedValue?
    var fullText: FeedValue?
    var summaries: [FeedValue] = []
    /// Which of the summaries, from 1, is the description of RSS; 0 where none is.
    var placeOfDescription = 0
    /// From podcast and media vocabularies, where nothing else says what the entry is about.
    var spareSummaries: [FeedValue] = []
    var language: String?
    var sourceTitle: FeedValue?
    var sourcePeople: [Person] = []
    var sourceText = ""
    /// Bytes of all texts, for the limit.
    var size = 0
    /// Whether a text was longer than the limit.
    var isCut = false

    var isEmpty: Bool {
        id == nil && title == nil && spareTitle == nil && links.isEmpty && people.isEmpty && categories.isEmpty
            && published == nil && updated == nil && content == nil && fullText == nil && summaries.isEmpty
            && spareSummaries.isEmpty
    }
}
