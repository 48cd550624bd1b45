/// What the panel knows of what is related to the passage under the cursor.
struct Relation: Hashable, Sendable {
    /// How long the cursor rests on a passage before anything is looked for, in milliseconds: moving on costs nothing.
    static let patience: Int64 = 150
    /// How many the panel names.
    static let most = 4

    /// The passage; nothing where there is no panel.
    var target: LikeTarget?
    /// When it is to be asked for; nothing once it was.
    var due: Moment?
    /// Nothing until it has come.
    var lines: [Board.RelatedLine]?

    /// Whether an answer is still to come.
    var isUnderWay: Bool { target != nil && due == nil && lines == nil }
}
