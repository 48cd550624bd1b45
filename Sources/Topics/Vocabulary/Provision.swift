/// An article, section or recommendation of a treaty, law or standard.
public struct Provision: Hashable, Sendable, Identifiable {
    public var id: ProvisionID
    public var title: String
    /// The part of the treaty that it stands in, or the full name of the law; may be empty.
    public var chapter: String
    public var status: CheckStatus

    public init(id: ProvisionID, title: String, chapter: String, status: CheckStatus) {
        self.id = id
        self.title = title
        self.chapter = chapter
        self.status = status
    }
}
