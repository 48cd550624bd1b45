import Topics

/// One thing that an action of the user changed, with enough to take it back. The journal keeps these.
enum UserChange: Hashable, Codable {
    case read(article: Int64, isRead: Bool)
    case starred(article: Int64, isStarred: Bool)
    case trashed(article: Int64, isTrashed: Bool)
    case tagged(article: Int64, tag: String, isTagged: Bool)
    /// Nothing stands for a passage that is not there.
    case passage(id: String, before: PassageState?, after: PassageState?)
    case decision(id: String, before: Verdict?, after: Verdict?)
    case exclusion(LearningExclusion, topic: TopicID, text: String, isExcluded: Bool)
    case document(id: String, DocumentKind, before: DocumentState?, after: DocumentState?)
    /// As the columns hold them; nothing stands for no correction.
    case corrected(article: Int64, CorrectedField, before: String?, after: String?)
    /// Nothing stands for a feed that is not followed.
    case feed(id: String, before: FeedSubject?, after: FeedSubject?)

    /// What takes the change back.
    var reversed: UserChange {
        switch self {
        case .read(let article, let isRead): .read(article: article, isRead: !isRead)
        case .starred(let article, let isStarred): .starred(article: article, isStarred: !isStarred)
        case .trashed(let article, let isTrashed): .trashed(article: article, isTrashed: !isTrashed)
        case .tagged(let article, let tag, let isTagged): .tagged(article: article, tag: tag, isTagged: !isTagged)
        case .passage(let id, let before, let after): .passage(id: id, before: after, after: before)
        case .decision(let id, let before, let after): .decision(id: id, before: after, after: before)
        case .exclusion(let kind, let topic, let text, let isExcluded):
            .exclusion(kind, topic: topic, text: text, isExcluded: !isExcluded)
        case .corrected(let article, let field, let before, let after): .corrected(article: article, field, before: after, after: before)
        case .feed(let id, let before, let after): .feed(id: id, before: after, after: before)
        case .document(let id, let kind, let before, let after): .document(id: id, kind, before: after, after: before)
        }
    }
}
