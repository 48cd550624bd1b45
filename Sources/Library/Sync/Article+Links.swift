import Articles

extension Article {
    /// Whether its text leads anywhere: to an address, or to another article.
    var hasLinks: Bool {
        blocks.contains { block in
            block.spans.contains { span in
                switch span.kind {
                case .link, .reference: true
                case .emphasis, .strong, .code, .strikethrough: false
                }
            }
        }
    }
}
