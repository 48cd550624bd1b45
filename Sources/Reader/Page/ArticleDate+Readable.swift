import Articles

extension ArticleDate {
    /// As the reader shows it, the same everywhere: ISO 8601, as precise as it is known, but without the time of day.
    public var readable: String { withoutTime.description }
}
