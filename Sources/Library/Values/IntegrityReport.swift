/// What a check of the whole library found.
public struct IntegrityReport: Hashable, Sendable {
    /// One sentence each; empty when all is well.
    public var problems: [String]

    public var isSound: Bool { problems.isEmpty }

    public init(problems: [String]) { self.problems = problems }
}
